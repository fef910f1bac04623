import { sql } from 'drizzle-orm'
import { layDemoYear } from '../layDemoYear.ts'
import type { OpenDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { openOffice, type Office, type Said, type Visitor } from '../office.ts'

/** A report as its page gets it. */
export interface ReportSeen {
  readonly state: string
  readonly revision: number
  readonly content?: Content
  readonly handedIn?: Readonly<Record<string, unknown>>
  readonly vetters: readonly {
    readonly vetter: string
    readonly name: string
    readonly state: string
    readonly on?: string
    readonly mayVet: boolean
  }[]
  readonly comments: readonly {
    readonly id: string
    readonly text: string
    readonly quote: string
    readonly paragraph?: string
    readonly mayWithdraw: boolean
  }[]
  readonly versions: readonly { readonly nth: number; readonly kind: string; readonly words: number }[]
  readonly history: readonly { readonly what: string }[]
  readonly waiver?: { readonly reason: string }
  readonly slides?: Readonly<Record<string, unknown>>
  readonly mayWrite: boolean
  readonly mayTakeIn: boolean
  readonly mayWaive: boolean
  readonly terms: { readonly limit: number; readonly sections: readonly { readonly id: string }[] }
}

/** The text of a report as it is sent. */
export interface Content {
  readonly title: string
  readonly sections: readonly {
    readonly section: string
    readonly paragraphs: readonly {
      readonly id: string
      readonly text: string
      readonly areas: readonly string[]
    }[]
  }[]
  readonly problems: readonly object[]
}

/** A text with these paragraphs, by part. */
export function written(parts: Readonly<Record<string, readonly string[]>>, title = '述职报告'): Content {
  return {
    title,
    sections: Object.entries(parts).map(([section, texts]) => ({
      section,
      paragraphs: texts.map((text, at) => ({ id: `${section}-${at}`, text, areas: ['duty'] })),
    })),
    problems: [
      { problem: '学习抓得不经常', cause: '我重业务轻党建', remedy: '每月集中学习两次', due: '2019-03-31' },
    ],
  }
}

/** A text of 30 % results, in all of so many words. */
export function ofWords(words: number): Content {
  // 述职报告 4, 一、履职成效 6, 二、存在的问题及原因 10
  const body = words - 20
  const results = Math.round(body * 0.3)
  return written({ results: ['成'.repeat(results)], problems: ['题'.repeat(body - results)] })
}

/** The demo year without reports, before the due day: a member unit with its lead unit, its secretary, the lead unit's clerk and the committee. */
export async function openReports(database: OpenDatabase) {
  const office = await openOffice(database)
  await layDemoYear(office.context, 40)
  const { db } = office.context
  // Kept versions cannot be deleted, as the database holds.
  await db.execute(sql`truncate report, report_version, report_step, report_comment, report_lateness`)
  const { rows } = await db.execute<{ unit: string; lead: string }>(
    sql`select id as unit, lead_unit as lead from roster_unit where lead_unit is not null order by id limit 2`,
  )
  const { unit, lead } = rows[0]!
  setToday(office, '2018-12-08')
  return {
    office,
    unit,
    lead,
    other: rows[1]!.unit,
    secretary: await office.someone('shuji', [{ role: 'secretary', unit }]),
    committee: await office.someone('kaohe', [{ role: 'committee' }]),
    clerk: await office.someone('qiantou', [{ role: 'leadUnit', unit: lead }]),
  }
}

/** Sets the business day. */
export function setToday(office: Office, day: string): void {
  Object.assign(office.context, { today: () => day })
}

/** What can be done with the report of a unit. */
export function reportOf(unit: string) {
  const at = `/api/years/2018/units/${encodeURIComponent(unit)}/report`
  const seen = (said: Said) => said.body as never as ReportSeen
  const view = async (who: Visitor) => seen(await who.ask(`GET ${at}`))
  return {
    at,
    view,
    save: (who: Visitor, content: object, revision: number, keep = false) =>
      who.ask(`PUT ${at}`, { body: { content, revision, keep } }),
    handIn: async (who: Visitor, more: object = {}) =>
      who.ask(`POST ${at}/hand-in`, {
        body: { declared: true, revision: (await view(who)).revision, ...more },
      }),
    takeIn: async (who: Visitor, content: object, more: object = {}) =>
      who.ask(`POST ${at}/take-in`, {
        body: {
          content,
          how: 'mail',
          arrivedOn: '2018-12-07',
          revision: (await view(who)).revision,
          ...more,
        },
      }),
    sign: async (who: Visitor, vetter: string, revision?: number) =>
      who.ask(`POST ${at}/sign`, {
        body: { vetter, revision: revision ?? (await view(who)).revision },
      }),
    giveBack: async (who: Visitor, vetter: string, reason = '问题清单没有时限') =>
      who.ask(`POST ${at}/return`, { body: { vetter, reason, revision: (await view(who)).revision } }),
    comment: (who: Visitor, body: object) => who.ask(`POST ${at}/comments`, { body }),
  }
}
