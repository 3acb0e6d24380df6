//! Dates, weeks, holidays, working days, date rules and mandate periods: knows no plan.
