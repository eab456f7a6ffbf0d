"""Saving and sending: the sheet, its preview, the files a note can leave as, PDF."""
