import { useNavigate } from '@tanstack/react-router'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { UnitForm } from './UnitForm.tsx'
import './roster.css'

/** Adds a unit. */
export function NewUnitPage() {
  const { year } = useYear()
  const navigate = useNavigate()
  return (
    <AnsweredPage title="增加单位" of={useAnswer('GET /api/years/:year/roster', { params: { year } })}>
      {roster => (
        <>
          <PageHead
            title="增加单位"
            state={roster.closed ?? `加入${roster.year}年度名册，现有${roster.units.length}个单位。`}
          />
          <UnitForm
            roster={roster}
            onDone={({ id }) => navigate({ to: `/${roster.year}/roster/${encodeURIComponent(id)}` })}
            onCancel={() => void navigate({ to: `/${roster.year}/roster` })}
          />
        </>
      )}
    </AnsweredPage>
  )
}
