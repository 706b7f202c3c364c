-- Who changed which part of a draft, newest last: what an author on an old revision is told.
alter table course_drafts add column edits jsonb not null default '[]';
