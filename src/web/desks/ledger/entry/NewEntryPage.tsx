import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { useYear } from '../../../client/useYear.ts'
import { AnsweredPage } from '../../../kit/AnsweredPage.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { ledgerOf } from '../addresses.ts'
import type { Counter, Terms } from '../ledgerTypes.ts'
import { useOwnUnit } from '../useOwnUnit.ts'
import { newDraft } from './entryDraft.ts'
import { EntryForm } from './EntryForm.tsx'
import '../ledger.css'

/** Enters a new ledger entry. Prefills what is known from the previous page and restores unsaved input. */
export function NewEntryPage() {
  const { year } = useYear()
  const { unit } = useParams({ strict: false }) as { readonly unit: string }
  // The router reads `?period=2018` as a figure.
  const { kind, period } = useSearch({ strict: false }) as {
    readonly kind?: unknown
    readonly period?: unknown
  }
  const known = {
    kind: kind === undefined ? '' : String(kind),
    period: period === undefined ? '' : String(period),
  }
  const terms = useAnswer('GET /api/years/:year/ledger/terms', { params: { year } })
  const counters = useAnswer('GET /api/years/:year/units/:unit/counters', { params: { year, unit } })
  return (
    <AnsweredPage title="登记台账" of={terms}>
      {of => (
        <NewEntry
          key={`${unit} ${known.kind} ${known.period}`}
          year={year!}
          unit={unit}
          terms={of}
          counters={counters.data?.counters ?? []}
          known={known}
        />
      )}
    </AnsweredPage>
  )
}

interface Props {
  readonly year: number
  readonly unit: string
  readonly terms: Terms
  readonly counters: readonly Counter[]
  readonly known: { readonly kind: string; readonly period: string }
}

function NewEntry({ year, unit, terms, counters, known }: Props) {
  const navigate = useNavigate()
  const own = useOwnUnit()
  const back = own === unit ? `/${year}/ledger` : ledgerOf(year, unit)
  const act = useAct('POST /api/years/:year/units/:unit/entries', { done: '已登记' })

  return (
    <>
      <PageHead
        title="登记台账"
        state="每办一次登记一次；照片不是必需的。"
        actions={<LinkButton to={back}>返回台账</LinkButton>}
      />
      <EntryForm
        keep={`ledger.${year}.${unit}.new.${known.kind}.${known.period}`}
        start={newDraft(terms.today, known)}
        terms={terms}
        counters={counters}
        act={act}
        at={{ year, unit }}
        confirm="登记"
        send={body => act.run({ params: { year, unit }, body })}
        after={() => navigate({ to: back })}
      />
    </>
  )
}
