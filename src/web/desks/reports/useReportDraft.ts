import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Refused } from '../../client/Refused.ts'
import { useAct } from '../../client/useAct.ts'
import { useDraft } from '../../kit/useDraft.ts'
import { wholeContent } from './editContent.ts'
import type { Report, ReportContent } from './reportTypes.ts'

/** Rest after the last key before it is saved, and before it is tried again, in ms. */
const [REST, RETRY] = [1200, 10_000]

interface Kept {
  readonly content?: ReportContent
  /** The text on which typing began, and its revision. */
  readonly base?: string
  readonly revision?: number
}

/** A draft that is saved as it is typed. */
export interface ReportDraft {
  readonly content: ReportContent
  readonly change: (content: ReportContent) => void
  readonly state: 'saved' | 'saving' | 'waiting'
  readonly refused: Refused | undefined
  /** Somebody, or another window, saved meanwhile. */
  readonly conflict: { readonly theirs: ReportContent; takeTheirs(): void; saveMine(): void } | undefined
  /** Saves now; the revision that holds what is typed, or nothing if it was refused. */
  readonly flush: () => Promise<number | undefined>
  /** Replaces the text; the one so far is kept as a version. */
  readonly replace: (content: ReportContent) => Promise<boolean>
}

/** Holds the draft of a report: at once on this device, a moment later on the server; what another window saved is shown, never overwritten. */
export function useReportDraft(report: Report): ReportDraft {
  const { year, unit } = report
  const queries = useQueryClient()
  const kept = useDraft<Kept>(`report ${year} ${unit}`, {})
  const act = useAct('PUT /api/years/:year/units/:unit/report', { refresh: [] })
  const saved = useMemo(() => wholeContent(report.terms, report.content, '述职报告'), [report])
  const savedText = JSON.stringify(saved)
  const [tries, setTries] = useState(0)
  const content = kept.value.content ?? saved
  const latest = useRef(content)
  latest.current = content
  const running = useRef<Promise<number | undefined>>(undefined)
  const sent = useRef<ReportContent>(undefined)
  const isDirty = kept.value.content !== undefined
  const base = kept.value.revision ?? report.revision
  const isStale = act.refused?.code === 'staleRevision'
  const changedByOthers = isDirty && base !== report.revision && kept.value.base !== savedText
  const refused = isStale ? undefined : act.refused

  function change(next: ReportContent): void {
    kept.change({
      content: next,
      ...(kept.value.revision === undefined && { revision: report.revision, base: savedText }),
    })
  }

  /** Writes content over the revision; the read is then as the server has it, without asking. */
  function save(next: ReportContent, revision: number, keep = false): Promise<number | undefined> {
    const saving = send(next, revision, keep).finally(() => {
      running.current = undefined
    })
    running.current = saving
    return saving
  }

  async function send(next: ReportContent, revision: number, keep: boolean): Promise<number | undefined> {
    const answer = await act.run({ params: { year, unit }, body: { revision, content: next, keep } })
    setTries(now => now + 1)
    if (answer === undefined) return undefined
    queries.setQueryData<Report>(
      ['GET /api/years/:year/units/:unit/report', { params: { year, unit } }],
      now =>
        now && {
          ...now,
          ...answer,
          content: next,
          state: now.state === 'absent' ? 'draft' : now.state,
        },
    )
    sent.current = next
    if (latest.current === next) kept.drop()
    else kept.change({ revision: answer.revision, base: JSON.stringify(next) })
    return answer.revision
  }

  useEffect(() => {
    if (!isDirty || act.busy || isStale || changedByOthers) return
    const timer = setTimeout(() => void save(latest.current, base), refused === undefined ? REST : RETRY)
    return () => clearTimeout(timer)
  }, [content, isDirty, act.busy, isStale, changedByOthers, base, tries])

  useEffect(() => {
    if (isStale) void queries.invalidateQueries({ queryKey: ['GET /api/years/:year/units/:unit/report'] })
  }, [isStale, queries])

  // Others changed something about the report, but not the text: go on.
  useEffect(() => {
    if (isDirty && base !== report.revision && kept.value.base === savedText) {
      act.forget()
      kept.change({ revision: report.revision })
    }
  }, [isDirty, base, report.revision, kept, savedText, act])

  return {
    content,
    change,
    state: act.busy ? 'saving' : isDirty ? 'waiting' : 'saved',
    refused,
    conflict:
      changedByOthers || (isStale && kept.value.base !== savedText)
        ? {
            theirs: saved,
            takeTheirs: () => {
              act.forget()
              kept.drop()
            },
            saveMine: () => {
              act.forget()
              void save(latest.current, report.revision)
            },
          }
        : undefined,
    flush,
    replace: async next => {
      const revision = await flush()
      return revision !== undefined && (await save(next, revision, true)) !== undefined
    },
  }

  /** Waits for the save under way, and saves what was typed since. */
  async function flush(): Promise<number | undefined> {
    if (running.current === undefined) return isDirty ? save(latest.current, base) : report.revision
    const revision = await running.current
    if (revision === undefined || latest.current === sent.current) return revision
    return save(latest.current, revision)
  }
}
