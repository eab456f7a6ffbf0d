"""What the child of every test's window imports; counted as old, since each child looks for cycles among what is new."""

import gc

import fake_workshop

import processing.model.plan
import processing.readers
from desktop.language import language_child

__all__ = ["fake_workshop", "language_child", "processing"]

gc.collect()
gc.freeze()
