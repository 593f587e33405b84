"""What the tests of California's paydays have in common."""

# One day's job of an employee, whose regular payday is the 26th.
EMPLOYMENT = {
    "employer": "client",
    "temporary_employer_functions": [],
    "engagement": "single_job",
    "ended": "completed",
    "payday_designated_in_advance": True,
    "pay_frequency": "semi_monthly",
    "pay_period_ends_on": "2026-03-15",
    "regular_payday_on": "2026-03-26",
    "collective_agreement_on_final_pay": False,
    "late_pay_reason": "none",
    "waiting_time_penalty_paid": "USD 0",
}
