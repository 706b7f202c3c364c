/** Brands keep the id of one thing from being passed for another's; all are UUIDs (version 7 where we make them). */
declare const idBrand: unique symbol
export type Id<Of extends string> = string & { readonly [idBrand]: Of }

export type OrgId = Id<'org'>
export type UnitId = Id<'unit'>
export type PersonId = Id<'person'>
export type AccountId = Id<'account'>
export type HoldingId = Id<'holding'>
export type EntryId = Id<'entry'>
export type EnrollmentId = Id<'enrollment'>
export type AttemptId = Id<'attempt'>
export type CourseId = Id<'course'>
export type CourseVersionId = Id<'course-version'>
export type QuestionId = Id<'question'>
export type RecordId = Id<'record'>
export type RenewalId = Id<'renewal'>
export type ReviewId = Id<'review'>
export type CardId = Id<'card'>
export type FileId = Id<'file'>
