import { scoreMeeting } from '../../../../domain/campaign/meeting/scoreMeeting.ts'
import { printDay, printDayAt } from '../../../../domain/kernel/calendar.ts'
import { printPoints } from '../../../../domain/kernel/points.ts'
import { isRefusal } from '../../../../domain/kernel/refusal.ts'
import type { BallotCount } from '../../../../domain/year/facts/facts.ts'
import type { BallotsMethod } from '../../../../domain/scheme/component.ts'
import { EVERYTHING } from '../../../platform/access/reach.ts'
import { loadYear } from '../../../year/loadYear.ts'
import { COMMITTEE } from '../../../year/due/listLate.ts'
import { complete, type LoadedMeeting } from '../../meetings/loadMeeting.ts'
import { listMeetings } from '../../meetings/meeting.store.ts'
import { presentMinutes, readCounts } from '../../meetings/minutes/loadMinutes.ts'
import { layMinutes } from '../../meetings/minutes/writeMinutes.ts'
import { methodOf } from '../../meetings/plan/meetingKinds.ts'
import { forEach, type KindGround } from './kindContent.ts'

/** The notice of a debrief meeting (述职测评会议通知), to the units whose secretaries debrief. (四（四）) */
export const meetingNotice = forEach(
  ground => meetingsOf(ground, ({ stored: { elsewhere, phase } }) => !elsewhere && phase !== 'brokenOff'),
  (_, { loaded: { stored, speakers, classes } }) => {
    const due = speakers.filter(({ removedWhy }) => removedWhy === null)
    const spoken = due.filter(({ speaks }) => speaks).length
    return {
      title: `关于召开${stored.name}的通知`,
      addressee: '各有关单位',
      data: () => ({
        会议名称: stored.name,
        开会日期: printDay(stored.heldOn),
        开会时间: printDayAt(stored.heldOn, stored.startsAt),
        地点: stored.place,
        主持人: stored.convenor,
        述职分钟: String(stored.minutes),
        述职人数: String(spoken),
        书面人数: spoken === due.length ? '' : String(due.length - spoken),
        评议方式: stored.reviewAfterEach ? '一述一评，述完后一次投出' : '全部述职后集中评议',
        投票方式: stored.phones ? '用手机投票，也可用纸质票' : '用纸质票，不带手机进场',
        述职次序: due.map(({ unitName, secretary, speaks }, at) => ({
          次序: String(at + 1),
          单位名称: unitName,
          书记姓名: secretary,
          述职形式: speaks ? '口头述职' : '书面述职',
        })),
        测评人员: classes.map(({ name, expected }) => ({ 类别: name, 应到人数: String(expected) })),
      }),
    }
  },
)

/** The minutes of a debrief meeting (述职测评会议纪要), as the meeting's page lays them out. (四（四）) */
export const minutes = forEach(
  ground => meetingsOf(ground, ({ stored: { phase } }) => !BEFORE.includes(phase)),
  ({ context, scored }, { loaded }) => ({
    title: `${loaded.stored.name}纪要`,
    data: () => ({}),
    async blocks() {
      const found = await loadYear(context.db, scored.year)
      if (isRefusal(found)) return []
      const request = { context, actor: COMMITTEE, reach: EVERYTHING }
      return layMinutes(await presentMinutes(request, context.db, found, loaded))
    },
  }),
)

/** The count sheet of a debrief meeting (述职测评计票表): what the count published, and the score. (四（四）, R8) */
export const countSheet = forEach(
  ground =>
    meetingsOf(ground, ({ stored: { phase } }) => ['counted', 'reported', 'accepted'].includes(phase)),
  ({ context, scored }, { loaded }) => ({
    title: `${loaded.stored.name}计票表`,
    async data() {
      const { stored, speakers, classes } = loaded
      const scheme = scored.scheme!
      const component = scheme.components.find(({ id }) => id === stored.component)!
      const method = methodOf(scheme, stored)!
      const counts = await readCounts(context.db, loaded)
      const lines = new Map(speakers.map(line => [line.unit, line]))
      const whoOf = (unit: string) => ({
        单位名称: lines.get(unit)?.unitName ?? unit,
        书记姓名: lines.get(unit)?.secretary ?? '',
      })
      const sumOf = (of: 'expected' | 'present') =>
        String(classes.reduce((sum, one) => sum + (one[of] ?? 0), 0) || '')
      return {
        会议名称: stored.name,
        开会日期: printDay(stored.heldOn),
        应到人数: sumOf('expected'),
        实到人数: sumOf('present'),
        计票: counts.map(count => ({
          ...whoOf(count.unit),
          类别: count.voterClasses
            .map(id => method.classes.find(one => one.id === id)?.name ?? id)
            .join('、'),
          有效票: String(count.marks.length),
          废票: String(count.voided),
          弃权: String(count.abstained),
          票面: printMarks(count, method),
        })),
        得分表: scoreMeeting(scheme, component, method, counts).map(one => ({
          ...whoOf(one.unit),
          百分制得分: printPoints(one.ofHundred),
          折算得分: printPoints(one.converted),
        })),
      }
    },
  }),
)

const BEFORE: readonly string[] = ['planned', 'issued', 'running', 'brokenOff']

interface Meeting {
  readonly id: string
  /** The lead unit that holds it; none for the committee's. */
  readonly unit?: string | undefined
  readonly about: string
  readonly loaded: LoadedMeeting
}

/** Lists the meetings of a year that are no rehearsals. */
async function meetingsOf(
  { context, scored }: KindGround,
  of: (loaded: LoadedMeeting) => boolean,
): Promise<readonly Meeting[]> {
  const real = (await listMeetings(context.db, scored.year)).filter(({ rehearsal }) => !rehearsal)
  const all: Meeting[] = []
  for (const stored of real) {
    const loaded = await complete(context.db, stored)
    if (of(loaded)) all.push({ id: stored.id, unit: stored.lead ?? undefined, about: stored.name, loaded })
  }
  return all
}

/** Prints how often each grade or mark was given, the best first; marks that follow one another and were given as often stand together. */
function printMarks({ marks }: BallotCount, { grades }: BallotsMethod): string {
  const times = new Map<BallotCount['marks'][number], number>()
  for (const mark of marks) times.set(mark, (times.get(mark) ?? 0) + 1)
  const said = grades.flatMap(({ id, name }) => (times.has(id) ? [`${name}${times.get(id)}票`] : []))
  const runs: { readonly names: string[]; readonly count: number }[] = []
  for (const [mark, count] of [...times].toSorted(([one], [other]) => Number(other) - Number(one))) {
    if (typeof mark === 'string') continue
    const name = printPoints(mark).replace(/\.?0+$/, '')
    if (runs.at(-1)?.count === count) runs.at(-1)!.names.push(name)
    else runs.push({ names: [name], count })
  }
  const inRuns = runs.map(
    ({ names, count }) => `${names.join('、')}分${names.length > 1 ? '各' : ''}${count}票`,
  )
  return [...said, ...inRuns].join('，')
}
