import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { Roster } from './rosterTypes.ts'
import { bodyOf, emptyDraft, missingIn } from './unitDraft.ts'
import { UnitForm } from './UnitForm.tsx'
import './roster.css'

/** 增加单位. */
export function NewUnitPage() {
  const { year } = useYear()
  return (
    <AnsweredPage title="增加单位" of={useAnswer('GET /api/years/:year/roster', { params: { year } })}>
      {roster => <Shown roster={roster} />}
    </AnsweredPage>
  )
}

function Shown({ roster }: { readonly roster: Roster }) {
  const { year, units, terms, closed } = roster
  const navigate = useNavigate()
  const [draft, setDraft] = useState(() => emptyDraft(terms))
  const [asked, setAsked] = useState(false)
  const act = useAct('POST /api/years/:year/roster', { done: '单位已增加' })

  async function save() {
    setAsked(true)
    if (Object.keys(missingIn(draft)).length > 0) return
    const added = await act.run({ params: { year }, body: bodyOf(draft) })
    if (added !== undefined) await navigate({ to: `/${year}/roster/${encodeURIComponent(added.id)}` })
  }

  return (
    <>
      <PageHead title="增加单位" state={closed ?? `加入${year}年度名册，现有${units.length}个单位。`} />
      <UnitForm
        draft={draft}
        isNew
        units={units}
        terms={terms}
        missing={asked ? missingIn(draft) : {}}
        busy={act.busy}
        notice={<RefusedNotice error={act.refused} />}
        onChange={setDraft}
        onSave={() => void save()}
        onCancel={() => void navigate({ to: `/${year}/roster` })}
      />
    </>
  )
}
