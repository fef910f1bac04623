/** Cases by final disposition (各类访问结果的个案数), by the letters of AAPOR's formulas. */
export interface DispositionCounts {
  /** I: complete interviews. */
  readonly complete: number
  /** P: partial interviews. */
  readonly partial: number
  /** R: refusals and break-offs. */
  readonly refused: number
  /** NC: eligible, never reached. */
  readonly notReached: number
  /** O: eligible and reached, not interviewed for other reasons. */
  readonly other: number
  /** UH: not known whether the number belongs to anyone of the frame. */
  readonly unknownNumber: number
  /** UO: not known whether the person is eligible. */
  readonly unknownPerson: number
  /** NE: known not to be eligible. */
  readonly notEligible: number
}

/** AAPOR's rates (答复率、合作率、拒访率、接通率), each between 0 and 1; absent where its denominator is zero. */
type ResponseRates = Readonly<Partial<Record<RateName, number>>>

/** Name of one of AAPOR's rates (答复率等的编号). */
type RateName = `RR${1 | 2 | 3 | 4 | 5 | 6}` | `COOP${1 | 2 | 3 | 4}` | `REF${1 | 2 | 3}` | `CON${1 | 2 | 3}`

/** Returns the share of eligible cases (合格率) among those whose eligibility is known; AAPOR's e by proportional allocation. Absent when none is known. */
export function eligibleShare(counts: DispositionCounts): number | undefined {
  const { complete, partial, refused, notReached, other, notEligible } = counts
  return ratioOf(
    complete + partial + refused + notReached + other,
    complete + partial + refused + notReached + other + notEligible,
  )
}

/**
 * Returns AAPOR's outcome rates (访问结果各率). `eligible` is e, the share of cases of unknown eligibility that are taken as
 * eligible. (AAPOR, Standard Definitions, 9th edition, 2016)
 */
export function responseRates(
  counts: DispositionCounts,
  eligible = eligibleShare(counts) ?? 1,
): ResponseRates {
  const { complete, partial, refused, notReached, other, unknownNumber, unknownPerson } = counts
  const interviews = complete + partial
  const reached = interviews + refused + other
  const known = reached + notReached
  const unknown = unknownNumber + unknownPerson
  const all = known + unknown
  const likely = known + eligible * unknown
  const rates: Readonly<Record<RateName, number | undefined>> = {
    RR1: ratioOf(complete, all),
    RR2: ratioOf(interviews, all),
    RR3: ratioOf(complete, likely),
    RR4: ratioOf(interviews, likely),
    RR5: ratioOf(complete, known),
    RR6: ratioOf(interviews, known),
    COOP1: ratioOf(complete, reached),
    COOP2: ratioOf(interviews, reached),
    COOP3: ratioOf(complete, interviews + refused),
    COOP4: ratioOf(interviews, interviews + refused),
    REF1: ratioOf(refused, all),
    REF2: ratioOf(refused, likely),
    REF3: ratioOf(refused, known),
    CON1: ratioOf(reached, all),
    CON2: ratioOf(reached, likely),
    CON3: ratioOf(reached, known),
  }
  return Object.fromEntries(Object.entries(rates).filter(([, rate]) => rate !== undefined))
}

function ratioOf(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole
}
