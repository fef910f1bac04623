import type { Day } from '../../kernel/calendar.ts'
import type { RulingAnswers } from '../../scheme/ruling.ts'
import { indexRulings } from '../../scheme/rulings.ts'
import type { Scheme } from '../../scheme/scheme.ts'
import { rulingTopics } from '../../scheme/topics.ts'

/** Names of those who hold a dual debrief (双述双评对象). (六（四）) */
export const debriefPosts = {
  committee: '机关党委书记',
  deputy: '专职副书记',
  generalBranch: '党总支书记',
  branch: '党支部书记',
} as const

/** Post of somebody who holds a dual debrief (双述双评对象的职务). */
export type DebriefPost = keyof typeof debriefPosts

/** Names of the debriefs, each with its review (双述双评的述职评议). (六（四）) */
export const debriefSides = {
  superior: '向上级述职',
  members: '向党员述职',
  together: '向上级和党员述职',
} as const

/** One of the debriefs (一次述职评议). */
export type DebriefSide = keyof typeof debriefSides

/** All debriefs that there may be, in their order (各次述职评议). */
export const DEBRIEF_SIDES = Object.keys(debriefSides) as readonly DebriefSide[]

const SIDES_OF: Readonly<Record<RulingAnswers['dualDebriefs'], readonly DebriefSide[]>> = {
  two: ['superior', 'members'],
  together: ['together'],
  superior: ['superior'],
  members: ['members'],
}

/** Returns the debriefs that a scheme asks for (应当进行的述职评议): two unless its ruling says otherwise. (R38) */
export function debriefSidesOf(scheme: Scheme): readonly DebriefSide[] {
  return SIDES_OF[indexRulings(scheme).find('dualDebriefs')?.answer ?? rulingTopics.dualDebriefs!.usual!]
}

/** The two voter classes of each debrief (评议票种). */
export const debriefVoters: Readonly<Record<DebriefSide, readonly [string, string]>> = {
  superior: ['上级党组织班子成员', '党员代表'],
  members: ['党员', '群众代表'],
  together: ['上级党组织班子成员', '党员和群众代表'],
}

/** Names of the marks of a review (评议等次). */
export const debriefMarks = ['好', '较好', '一般', '差'] as const

/** What is planned and recorded of one debrief (一次述职评议的安排和结果). */
export interface DebriefPart {
  readonly plannedOn?: Day | undefined
  readonly heldOn?: Day | undefined
  /** Before whom it was held. */
  readonly before?: string
  /** Voters of the two classes. */
  readonly voters?: readonly [number, number]
  /** How often each mark was given, best first; none where too few voted to show them. */
  readonly marks?: readonly number[]
  /** The meeting whose ballots were counted; none if the count was entered by hand. */
  readonly meeting?: string
  /** Its entry in the ledger. */
  readonly entry?: string
}

/** Names of the standings of a debrief (述职评议的状态). */
export const debriefStandings = {
  late: '逾期',
  unplanned: '未安排',
  planned: '已安排',
  held: '已述职评议',
} as const

/** Standing of a debrief, or of all of a person (述职评议的状态). */
export type DebriefStanding = keyof typeof debriefStandings

/** Tells how one debrief stands on a day (一次述职评议的状态): late after its planned day, or after the year without any. (六（四）) */
export function standingOfPart(
  { plannedOn, heldOn }: DebriefPart,
  year: number,
  today: Day,
): DebriefStanding {
  if (heldOn !== undefined) return 'held'
  if (today > (plannedOn ?? `${year}-12-31`)) return 'late'
  return plannedOn === undefined ? 'unplanned' : 'planned'
}

/** Tells how the debriefs of a person stand (双述双评的状态): as the one that is furthest behind. (六（四）) */
export function standingOfAll(parts: readonly DebriefPart[], year: number, today: Day): DebriefStanding {
  const each = new Set(parts.map(part => standingOfPart(part, year, today)))
  return (Object.keys(debriefStandings) as DebriefStanding[]).find(standing => each.has(standing)) ?? 'held'
}

/** Finds what is wrong with the count of a review (评议计票): nobody voted, or more marks were given than there were voters. */
export function faultOfCount(
  voters: readonly number[],
  marks: readonly number[],
): 'nobody' | 'exceed' | undefined {
  const given = total(marks)
  if (given === 0) return 'nobody'
  return given > total(voters) ? 'exceed' : undefined
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
