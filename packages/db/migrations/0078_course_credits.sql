-- What bodies give for a course is corrected by authors; what was awarded by then stays in the ledger.
grant delete on course_credits to gs_app;
