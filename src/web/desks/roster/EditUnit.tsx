import { useState } from 'react'
import { call } from '../../client/call.ts'
import { useAct } from '../../client/useAct.ts'
import { ConflictNotice } from '../../kit/ConflictNotice.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { Roster, UnitDetail } from './rosterTypes.ts'
import { bodyOf, differences, draftOf, missingIn, type UnitDraft } from './unitDraft.ts'
import { UnitForm } from './UnitForm.tsx'

interface Props {
  readonly unit: UnitDetail
  readonly roster: Roster
  readonly onDone: () => void
}

/** 修改单位: what is typed stays whatever the server says; another's change in between is shown beside it. */
export function EditUnit({ unit, roster, onDone }: Props) {
  const { year, units, terms } = roster
  const [draft, setDraft] = useState<UnitDraft>(() => draftOf(unit))
  const [revision, setRevision] = useState(unit.revision)
  const [asked, setAsked] = useState(false)
  const [theirs, setTheirs] = useState<UnitDetail>()
  const act = useAct('PUT /api/years/:year/roster/:unit', { done: '单位已保存' })
  const missing = asked ? missingIn(draft) : {}
  const isStale = act.refused?.code === 'staleRevision' && theirs !== undefined

  async function save(seen = revision) {
    setAsked(true)
    if (Object.keys(missingIn(draft)).length > 0) return
    const params = { year, unit: unit.id }
    if ((await act.run({ params, body: { revision: seen, ...bodyOf(draft) } })) !== undefined) return onDone()
    // Whatever it was that stood in the way: it does no harm to know how the unit stands now.
    setTheirs(await call('GET /api/years/:year/roster/:unit', { params }))
  }

  function takeTheirs(now: UnitDetail) {
    setDraft(draftOf(now))
    setRevision(now.revision)
    setTheirs(undefined)
    act.forget()
  }

  const nameOf = (kind: 'tier' | 'cohort' | 'unit', id: string): string =>
    (kind === 'unit' ? units : kind === 'tier' ? terms.tiers : terms.cohorts).find(one => one.id === id)
      ?.name ?? id
  const notice = isStale ? (
    <ConflictNotice
      refused={act.refused!}
      fields={differences(draftOf(theirs), draft, nameOf)}
      busy={act.busy}
      onTakeTheirs={() => takeTheirs(theirs)}
      onSaveMine={() => {
        setRevision(theirs.revision)
        void save(theirs.revision)
      }}
    />
  ) : (
    <RefusedNotice error={act.refused} />
  )
  return (
    <UnitForm
      draft={draft}
      isNew={false}
      units={units}
      terms={terms}
      missing={missing}
      busy={act.busy}
      notice={notice}
      onChange={setDraft}
      onSave={() => void save()}
      onCancel={onDone}
    />
  )
}
