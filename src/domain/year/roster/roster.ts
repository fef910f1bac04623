import type { Day } from '../../kernel/calendar.ts'

/** Roster of units and posts (单位与职务名册): units by id and the holders of their posts by date. (一) */
export interface Roster {
  readonly units: readonly Unit[]
  readonly holders: readonly Holder[]
}

/** Unit (单位). `leadUnit` is the lead unit that a member belongs to; `succeeds` lists units merged into it. (一) */
export interface Unit {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly level: string
  readonly tier: string
  readonly leadUnit?: string
  readonly cohort?: string
  /** Whether the organizer manages the unit's Party affiliation (党组织关系归口组织考核者管理). */
  readonly affiliated: boolean
  readonly headedByLeader: boolean
  readonly opensOn?: Day
  readonly closesOn?: Day
  readonly succeeds?: readonly string[]
}

/** Holder of a post (任职) in a unit from one day to another (open when absent); `rank` orders deputies. */
export interface Holder {
  readonly unit: string
  readonly person: string
  readonly name: string
  readonly post: string
  readonly rank?: number
  readonly from?: Day
  readonly to?: Day
}
