-- A library of version 1 as the program wrote it (the output of iterdump, and the application id).
PRAGMA application_id=1296125003;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'malkkeum','m001_notes','2026-11-22 02:50:11.743627+00:00');
CREATE TABLE drafts (
    note_id INTEGER NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    text TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (note_id, key)
);
INSERT INTO "drafts" VALUES(1,'info:place','"3층 회"','2026-03-02T16:00:00+00:00');
CREATE TABLE journal (
    note_id INTEGER NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    id INTEGER NOT NULL,
    time TEXT NOT NULL,
    by TEXT NOT NULL,
    what TEXT NOT NULL,
    change TEXT NOT NULL,
    undoes INTEGER,
    PRIMARY KEY (note_id, id)
);
INSERT INTO "journal" VALUES(1,1,'2026-03-02T15:01:00+00:00','program','"용어 고침"','{"v":1,"steps":[["info","title",null,"주간 회의"],["edits","19-21-bed1f937",null,{"start":19,"end":21,"before":"레그","after":"RAG","kind":"term","source":"glossary","confidence":0.9,"reason":"소리가 같음","by":"program"}]]}',NULL);
INSERT INTO "journal" VALUES(1,2,'2026-03-02T15:02:00+00:00','person','"참석자 이름"','{"v":1,"steps":[["speakers","s1",{"label":"참석자 1","name":"","role":""},{"label":"참석자 1","name":"김하늘","role":"팀장"}]]}',NULL);
INSERT INTO "journal" VALUES(1,3,'2026-03-02T15:00:00+00:00','person','"되돌림: 참석자 이름"','{"v":1,"steps":[["speakers","s1",{"label":"참석자 1","name":"김하늘","role":"팀장"},{"label":"참석자 1","name":"","role":""}]]}',2);
CREATE TABLE notes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    recorded_at TEXT,
    imported_at TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    opened_order INTEGER NOT NULL,
    series TEXT
);
INSERT INTO "notes" VALUES(1,'주간 회의','eb75392c3150d07ff889b5e6158623ea7f227aa4b9540d69eea4a3ca3901ef57','주간 회의.txt','clova-text','2026-03-02T14:00:00','2026-03-02T16:00:00+00:00','2026-03-02T16:00:00+00:00',1,'주간');
INSERT INTO "notes" VALUES(2,'메모.txt','961d55117d735bced80ff3e1621b39df18c9b3125883f6b732c0c4a4af63fdee','메모.txt','text',NULL,'2026-03-02T16:00:00+00:00','2026-03-02T16:00:00+00:00',2,NULL);
CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
INSERT INTO "settings" VALUES('language','"ko"');
CREATE TABLE sources (
    note_id INTEGER PRIMARY KEY REFERENCES notes (id) ON DELETE CASCADE,
    raw BLOB NOT NULL,
    text TEXT NOT NULL,
    layout TEXT NOT NULL,
    encoding TEXT NOT NULL
);
INSERT INTO "sources" VALUES(1,X'EFBBBFECA3BCEAB08420ED9A8CEC9D980A0AECB0B8EC849DEC9E9020312030303A30300AEBA088EAB7B8EBA19C20ED9A8CEC9D98EBA5BC20EC8B9CEC9E91ED95A9EB8B88EB8BA42E0A0AECB0B8EC849DEC9E9020322030303A30350AEB84A42C20EBB0B0ED8FAC20EC9DBCECA095EBB680ED84B020EBB3B4ECA3A02E0A','주간 회의

참석자 1 00:00
레그로 회의를 시작합니다.

참석자 2 00:05
네, 배포 일정부터 보죠.
','{"v":1,"spans":[[0,5,"header"],[7,18,"turn header"],[19,33,"turn text"],[35,46,"turn header"],[47,61,"turn text"]],"blocks":[[[19,33],[7,18],"참석자 1",0.0,5.0],[[47,61],[35,46],"참석자 2",5.0,null]],"header":{"title":"주간 회의","recorded_at":"2026-03-02T14:00:00","duration_s":600.0,"owner":"김하늘"}}','utf-8-sig');
INSERT INTO "sources" VALUES(2,X'EBA994EBAAA820ED959C20ECA484','메모 한 줄','{"v":1,"spans":[[0,6,"turn text"]],"blocks":[[[0,6],null,null,null,null]],"header":{"title":null,"recorded_at":null,"duration_s":null,"owner":null}}','utf-8');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX notes_by_opening ON notes (opened_order);
CREATE TRIGGER journal_is_never_rewritten BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_goes_only_with_its_note BEFORE DELETE ON journal
WHEN EXISTS (SELECT 1 FROM notes WHERE id = OLD.note_id)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER sources_are_never_rewritten BEFORE UPDATE ON sources
BEGIN SELECT RAISE(ABORT, 'a source is never written again'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('notes',2);
COMMIT;
