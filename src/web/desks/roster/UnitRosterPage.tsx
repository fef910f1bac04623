import { useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../client/useMay.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { BackLink } from '../../kit/BackLink.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { MergeUnit } from './MergeUnit.tsx'
import { RemoveUnit } from './RemoveUnit.tsx'
import { RenameUnit } from './RenameUnit.tsx'
import type { Roster, UnitDetail } from './rosterTypes.ts'
import { UnitForm } from './UnitForm.tsx'
import { UnitSheet } from './UnitSheet.tsx'
import './roster.css'

/** Shows one unit of the roster: who answers for it and why, its holders by date, its history, and the ways to change it. */
export function UnitRosterPage() {
  const { year } = useYear()
  const { unit } = useParams({ strict: false }) as { readonly unit?: string }
  const roster = useAnswer('GET /api/years/:year/roster', { params: { year } })
  const detail = useAnswer('GET /api/years/:year/roster/:unit', { params: { year, unit } })
  return (
    <AnsweredPage title="单位" of={detail}>
      {found => (
        <AnsweredPage title={found.name} of={roster}>
          {of => <Shown key={found.id} unit={found} roster={of} />}
        </AnsweredPage>
      )}
    </AnsweredPage>
  )
}

type Doing = 'edit' | 'rename' | 'merge' | 'remove'

function Shown({ unit, roster }: { readonly unit: UnitDetail; readonly roster: Roster }) {
  const may = useMay()
  const navigate = useNavigate()
  const [doing, setDoing] = useState<Doing>()
  const mayEdit = may('editRoster') && roster.closed === undefined
  const done = () => setDoing(undefined)
  const tier = roster.terms.tiers.find(one => one.id === unit.tier)?.name ?? unit.tier
  const modal = { year: roster.year, unit, onClose: done }
  return (
    <>
      <PageHead
        title={unit.name}
        state={
          <>
            {tier}，编号 <span translate="no">{unit.id}</span>，
            {unit.outside ??
              (unit.answers?.name === undefined ? '找不到考核对象' : `考核对象${unit.answers.name}`)}
          </>
        }
        actions={
          doing !== 'edit' && (
            <>
              {mayEdit && (
                <>
                  <Button type="primary" onClick={() => setDoing('edit')}>
                    修改
                  </Button>
                  <Button onClick={() => setDoing('rename')}>改名</Button>
                  {unit.closesOn === undefined && (
                    <Button onClick={() => setDoing('merge')}>并入其他单位</Button>
                  )}
                  <Button onClick={() => setDoing('remove')}>删去</Button>
                </>
              )}
              <BackLink to={`/${roster.year}/roster`}>返回名册</BackLink>
            </>
          )
        }
      />
      {doing === 'edit' ? (
        <UnitForm of={unit} roster={roster} onDone={done} onCancel={done} />
      ) : (
        <UnitSheet unit={unit} roster={roster} />
      )}
      {doing === 'rename' && <RenameUnit {...modal} />}
      {doing === 'merge' && <MergeUnit {...modal} units={roster.units} />}
      {doing === 'remove' && (
        <RemoveUnit {...modal} onRemoved={() => void navigate({ to: `/${roster.year}/roster` })} />
      )}
    </>
  )
}
