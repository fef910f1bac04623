/** How firm the ranking is (名次稳固程度), as computed from one state of a year. Never changes a place. */
export interface Firmness {
  readonly repeats: number
  /** How many units have answers or marks that were redrawn. */
  readonly redrawn: number
  readonly units: readonly UnitFirmness[]
  /** Neighbours in a ranking whose order is chance. */
  readonly pairs: readonly ChancePair[]
  readonly trials: readonly TrialPlaces[]
}

/** How firm the place of one unit is (一个单位的名次稳固程度). Points in thousandths. */
export interface UnitFirmness {
  readonly unit: string
  readonly ranking: string
  readonly place: number
  readonly composite: number
  /** Between these composites 90 % of the repeats lie. */
  readonly low: number
  readonly high: number
  /** Between these places 90 % of the repeats lie. */
  readonly best: number
  readonly worst: number
  readonly bands: readonly BandChance[]
  /** Whether the bands that it meets now, and no others, were met in fewer than 90 % of the repeats. */
  readonly isBandUnsure: boolean
}

/** How often a unit falls into a band by place (落入名次段的次数), as a share of the repeats. */
export interface BandChance {
  readonly rule: string
  readonly share: number
  readonly isNow: boolean
}

/** Two units whose order is chance (先后难分的两个单位): in how many of the repeats the lower one is ahead; equal places count half. */
export interface ChancePair {
  readonly upper: string
  readonly lower: string
  readonly reversed: number
}

/** One other answer or weight (一种试算): which places and bands would be others. */
interface TrialPlaces {
  readonly trial: string
  readonly moved: readonly MovedPlace[]
}

/** A place that would be another (试算后变动的名次); absent where the unit would have none. */
export interface MovedPlace {
  readonly unit: string
  readonly from?: number
  readonly to?: number
  readonly bandChanges: boolean
}
