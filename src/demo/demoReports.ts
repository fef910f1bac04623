import type { DebriefReport, ReportParagraph } from '../domain/campaign/report/report.ts'
import { addDays, type Day, dayIn } from '../domain/kernel/calendar.ts'
import { doneWords, lackWords, nextWords, reportTopics } from './demoReportWords.ts'
import { startOf, throwBelow } from './dice.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { isAppraised } from '../domain/year/roster/appointAppraisees.ts'
import type { Roster } from '../domain/year/roster/roster.ts'

/** One report of the demo year: its text, when it was handed in, and how far its vetting is. */
export interface DemoReport {
  readonly unit: string
  readonly report: DebriefReport
  readonly handedOn?: Day
  readonly behalf?: 'mail' | 'paper'
  readonly standing: 'draft' | 'handedIn' | 'returned' | 'vetted'
}

/** Reports at most: a larger demo year is for speed. */
const MOST = 2_000

const AREAS = Object.keys(reportTopics)

/** The debrief reports (述职报告) of the demo year: nearly all vetted, some late, two missing, one returned, one taken over from a neighbour. */
export function demoReports(seed: number, scheme: Scheme, roster: Roster): readonly DemoReport[] {
  const year = scheme.cycle
  const units = roster.units.filter(unit => isAppraised(scheme, unit, dayIn(year, '12-31'))).slice(0, MOST)
  const reports = units.map((unit, at) => {
    const state = startOf(seed, 700_000 + at)
    return { unit: unit.id, state, at, report: writeReport(state, year) }
  })
  const due = dayIn(year, '12-10')
  return reports.flatMap(({ unit, state, at, report }): DemoReport[] => {
    // Two units have handed in nothing, one of them nothing at all.
    if (at % 50 === 17) return []
    if (at % 50 === 29) return [{ unit, report, standing: 'draft' }]
    const late = at % 25 === 11
    const handedOn = late
      ? addDays(due, 1 + throwBelow(state, 1, 4))
      : addDays(due, -throwBelow(state, 2, 12))
    const copied = at % 20 === 13 || standingOf(at) === 'returned' ? reports[at - 1] : undefined
    const text = copied === undefined ? report : takeOver(report, copied.report)
    const behalf = at % 30 === 19 ? ('mail' as const) : undefined
    return [{ unit, report: text, handedOn, behalf, standing: standingOf(at) }]
  })
}

function standingOf(at: number): DemoReport['standing'] {
  if (at % 40 === 22) return 'returned'
  return at % 6 === 5 ? 'handedIn' : 'vetted'
}

/** Two paragraphs of the neighbour's report, hardly changed. */
function takeOver(own: DebriefReport, from: DebriefReport): DebriefReport {
  const replaced = (section: string): readonly ReportParagraph[] =>
    from.sections.find(one => one.section === section)!.paragraphs.slice(0, 1)
  return {
    ...own,
    sections: own.sections.map(({ section, paragraphs }) =>
      section === 'problems' || section === 'nextSteps'
        ? { section, paragraphs: [...replaced(section), ...paragraphs.slice(1)] }
        : { section, paragraphs },
    ),
  }
}

function writeReport(state: number, year: number): DebriefReport {
  const pick = <T>(salt: number, list: readonly T[]): T => list[throwBelow(state, salt, list.length)]!
  const topic = (area: string, salt: number): string => pick(salt, reportTopics[area]!)
  const chain = (
    salt: number,
    [one, two, three]: readonly [readonly string[], readonly string[], readonly string[]],
  ) => `${pick(salt, one)}${pick(salt + 1000, two)}${pick(salt + 2000, three)}`
  const done = (area: string, salt: number): string =>
    `${pick(salt, doneWords.when)}，我${pick(salt + 1, doneWords.did)}${topic(area, salt + 2)}，${chain(salt + 3, doneWords.how)}，${pick(salt + 4, doneWords.effect)}。`
  const lack = (area: string, salt: number): string =>
    `${topic(area, salt)}${pick(salt + 1, lackWords.lack)}，${chain(salt + 2, lackWords.sign)}。原因在我${chain(salt + 3, lackWords.cause)}；也在我${chain(salt + 4, lackWords.cause)}。`
  const next = (area: string, salt: number): string =>
    `${pick(salt, nextWords.when)}，${topic(area, salt + 1)}${pick(salt + 2, nextWords.will)}，${chain(salt + 3, nextWords.measure)}，${pick(salt + 4, nextWords.goal)}。`
  const paragraph = (id: string, area: string, ...texts: readonly string[]): ReportParagraph => ({
    id,
    text: texts.join(''),
    areas: [area],
  })
  const first = throwBelow(state, 3, 4)
  const [some, others] = [
    AREAS.slice(first, first + 4),
    AREAS.slice(0, 7).filter((_, at) => at % 2 === first % 2),
  ]
  return {
    title: `${year}年度抓基层党建工作述职报告`,
    sections: [
      {
        section: 'results',
        paragraphs: some.map((area, at) =>
          paragraph(`r${at}`, area, done(area, 100 + at * 20), done(area, 110 + at * 20)),
        ),
      },
      {
        section: 'practice',
        paragraphs: [paragraph('x0', 'strength', done('strength', 300), done('strength', 310))],
      },
      {
        section: 'lastYear',
        paragraphs: [paragraph('y0', 'mending', done('mending', 320), lack('mending', 330))],
      },
      {
        section: 'problems',
        paragraphs: others.map((area, at) =>
          paragraph(`p${at}`, area, lack(area, 400 + at * 20), lack(area, 410 + at * 20)),
        ),
      },
      {
        section: 'nextSteps',
        paragraphs: others.map((area, at) =>
          paragraph(`n${at}`, area, next(area, 600 + at * 20), next(area, 610 + at * 20)),
        ),
      },
    ],
    problems: others.map((area, at) => ({
      problem: `${topic(area, 400 + at * 20)}${pick(401 + at * 20, lackWords.lack)}`,
      cause: `我${chain(403 + at * 20, lackWords.cause)}`,
      remedy: chain(603 + at * 20, nextWords.measure),
      due: `${year + 1}-0${3 + at}-2${throwBelow(state, 800 + at, 9)}`,
    })),
  }
}
