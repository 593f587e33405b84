"""Generates management contracts of 77 lines; every fifth breaks exactly one duty.

    python tests/benchmarks/generate.py FOLDER COUNT
"""

import pathlib
import random
import sys

TEMPLATE = """\
kind: management_contract
id: contract-{n:05d}
status: signed
signed_on: 2026-0{month}-1{day}
effective_on: 2026-0{month}-2{day}
agency:
  name: Northlight Models {n:05d}
  licensed_employment_agency: false
  business_in:
    - US-NY
    - FR
  registration:
    status: registered
    certificate_number: 26-{n:05d}-LSFW
    issued_on: 2026-01-05
    expires_on: 2028-01-05
  policy:
    exists: true
    meets_legal_minimum: true
    given_to_model_in_writing: true
model:
  name: Avery Sample {n:05d}
  represented: true
work_territory:
  - US-NY
  - EU
printed_registration_number: 26-{n:05d}-LSFW
term:
  duration: {term}
  open_ended: false
renewal:
  mode: {renewal}
  needs_models_written_consent: {written}
commission:
  percent: {commission}
  base: model_pay
mother_agency:
  present: false
fees:
  - id: sitting
    kind: test sitting
    amount: {fee}
    when: on_signing
advances:
  - id: flight
    item: flight to the first booking
    kind: travel
    computation: the price of the ticket as invoiced
    amount: USD 4{day}0.00
    approval: given
    approved_in_writing_on: 2026-0{month}-2{day}
    consent: given
    consented_in_writing_on: 2026-0{month}-2{day}
    advanced_on: 2026-0{month}-2{day}
    charged: true
    charged_on: 2026-1{ten}-01
accommodations: []
deductions:
  - id: d1
    kind: {deduction}
    advance: flight
    amount: USD 4{day}0.00
replica_clause: {{present: false}}
power_of_attorney:
  present: true
  optional: true
  required_to_sign: false
  model_may_end: any_time
  scope: modeling_services_only
  subject_to_fiduciary_duty: affirmed
  digital_replica: {replica}
clauses:
  fiduciary_duty: affirmed
  effort_to_find_paid_work: promised
  treats_models_differently_by_protected_status: false
  penalises_complaints: {penalty}
  penalises_refusing_unsafe_work: false
"""
SOUND = {"term": "3 years", "renewal": "by_agreement", "written": "true", "commission": "20 %", "fee": "USD 0", "deduction": "advance", "replica": "excluded", "penalty": "false"}
FAULTS = {
    "US-NY-FWA-1035-1": {"fee": "USD 150"},
    "US-NY-FWA-1035-3": {"deduction": "interest"},
    "US-NY-FWA-1035-5": {"term": "4 years"},
    "US-NY-FWA-1035-6": {"renewal": "automatic", "written": "false"},
    "US-NY-FWA-1035-7": {"commission": "25 %"},
    "US-NY-FWA-1036-1D": {"replica": "covered"},
    "US-NY-FWA-1038-9": {"penalty": "true"},
}


def generate(folder, count, seed=20261121):
    """Write `count` contracts into `folder`; return how often each rule is broken."""
    chance = random.Random(seed)
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    broken = dict.fromkeys(FAULTS, 0)
    for n in range(1, count + 1):
        values = dict(SOUND)
        if n % 5 == 0:
            rule = chance.choice(sorted(FAULTS))
            broken[rule] += 1
            values.update(FAULTS[rule])
        text = TEMPLATE.format(n=n, month=chance.randint(1, 9), day=chance.randint(0, 8), ten=chance.randint(0, 2), **values)
        (folder / f"contract-{n:05d}.yaml").write_text(text, encoding="utf-8")
    return broken


if __name__ == "__main__":
    print(generate(sys.argv[1], int(sys.argv[2])))
