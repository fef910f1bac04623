import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { useYear } from '../../../client/useYear.ts'
import { AnsweredPage } from '../../../kit/AnsweredPage.tsx'
import { Answered } from '../../../kit/Answered.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { entryAt } from '../addresses.ts'
import type { Entry, Terms } from '../ledgerTypes.ts'
import { draftOf } from './entryDraft.ts'
import { EntryForm } from './EntryForm.tsx'
import { EntryShown } from './EntryShown.tsx'
import '../ledger.css'

/** Shows one ledger entry: what was entered, by whom and when, and its history. `?correct=1` corrects it. */
export function EntryPage() {
  const { year } = useYear()
  const { unit, entry } = useParams({ strict: false }) as { readonly unit: string; readonly entry: string }
  const { correct } = useSearch({ strict: false }) as { readonly correct?: unknown }
  const answer = useAnswer('GET /api/years/:year/units/:unit/entries/:entry', {
    params: { year, unit, entry },
  })
  return (
    <AnsweredPage title="台账" of={answer}>
      {of =>
        correct !== undefined && of.entry.state === 'inForce' ? (
          <Correction key={entry} year={year!} unit={unit} entry={of.entry} />
        ) : (
          <EntryShown key={entry} year={year!} unit={unit} entry={of.entry} chain={of.chain} />
        )
      }
    </AnsweredPage>
  )
}

interface Props {
  readonly year: number
  readonly unit: string
  readonly entry: Entry
}

function Correction({ year, unit, entry }: Props) {
  const terms = useAnswer('GET /api/years/:year/ledger/terms', { params: { year } })
  return (
    <>
      <PageHead
        title={`更正：${entry.title}`}
        state="更正后的一条代替原来的；原来的保留可查。"
        actions={<LinkButton to={entryAt(year, unit, entry.id)}>返回这一条</LinkButton>}
      />
      <Answered of={terms}>
        {of => <CorrectionForm year={year} unit={unit} entry={entry} terms={of} />}
      </Answered>
    </>
  )
}

function CorrectionForm({ year, unit, entry, terms }: Props & { readonly terms: Terms }) {
  const navigate = useNavigate()
  const act = useAct('POST /api/years/:year/units/:unit/entries/:entry/correct', { done: '已更正' })
  return (
    <EntryForm
      keep={`ledger.${year}.${unit}.${entry.id}`}
      start={draftOf(entry)}
      terms={terms}
      counters={[]}
      act={act}
      at={{ year, unit }}
      confirm="保存更正"
      isCorrection
      send={(body, reason) => act.run({ params: { year, unit, entry: entry.id }, body: { ...body, reason } })}
      after={({ id }) => navigate({ to: entryAt(year, unit, id) })}
    />
  )
}
