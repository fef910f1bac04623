import { Button, Checkbox } from 'antd'
import { useMemo, useState } from 'react'
import { BATCH_LEAST } from '../../../../domain/campaign/survey/batch.ts'
import { unitStateNames } from '../../../../contract/survey/surveyNames.ts'
import { useAct } from '../../../client/useAct.ts'
import type { Column } from '../../../kit/table/column.ts'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import type { Progress, SurveyProps } from '../surveyTypes.ts'
import { StepAct } from '../steps/StepAct.tsx'
import { ReleaseReserve } from './ReleaseReserve.tsx'
import { UnitCases } from './UnitCases.tsx'

/** A unit and group with its quota. */
export type QuotaRow = Progress['quota'][number]

interface Props extends SurveyProps {
  readonly quota: readonly QuotaRow[]
}

/** Shows the quota of each unit and group; units whose calls are enough are ended, and those checked are separated as a batch. */
export function QuotaPart({ year, survey, quota }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [releasing, setReleasing] = useState<QuotaRow>()
  const [looking, setLooking] = useState<QuotaRow>()
  const params = { year, survey: survey.id }
  const end = useAct('POST /api/years/:year/surveys/:survey/end', {
    done: ({ ended, checks }) => `${ended}个单位结束访问，抽出${checks}份回访`,
  })
  const separate = useAct('POST /api/years/:year/surveys/:survey/separate', {
    done: ({ units, answers }) =>
      answers === 0 ? '没有分离的答卷了' : `${units}个单位的${answers}份答卷已分离`,
  })
  const columns = useMemo(
    () =>
      quotaColumns({
        chosen,
        onChoose: (unit, isChosen) =>
          setChosen(before => {
            const next = new Set(before)
            if (isChosen) next.add(unit)
            else next.delete(unit)
            return next
          }),
        onRelease: setReleasing,
        onLook: setLooking,
      }),
    [chosen],
  )
  const unitsIn = (state: QuotaRow['state']) => [
    ...new Set(quota.filter(row => row.state === state).map(({ unit }) => unit)),
  ]
  const [calling, ready] = [unitsIn('calling'), unitsIn('ready')]
  const ending = calling.filter(unit => chosen.has(unit))
  const separating = ready.filter(unit => chosen.has(unit))
  const left = new Set(quota.filter(row => row.state !== 'separated').map(({ unit }) => unit))
  const answersLeft = quota.reduce((sum, row) => sum + (left.has(row.unit) ? row.answers : 0), 0)
  const isTooFew =
    survey.stage === 'closed' &&
    separating.length === left.size &&
    answersLeft > 0 &&
    answersLeft < BATCH_LEAST
  const full = calling.filter(unit => quota.every(row => row.unit !== unit || row.answers >= row.wanted))
  return (
    <section aria-label="配额">
      <h2>配额</h2>
      <div className="buttons">
        {full.length > 0 && (
          <Button onClick={() => setChosen(new Set(full))}>选中访够的{full.length}个单位</Button>
        )}
        {ready.length > 0 && (
          <Button onClick={() => setChosen(new Set(ready))}>选中可以分离的{ready.length}个单位</Button>
        )}
        {chosen.size > 0 && <Button onClick={() => setChosen(new Set())}>不选</Button>}
      </div>
      {ending.length > 0 && (
        <StepAct
          text={`结束${ending.length}个单位的访问`}
          what={`结束以后这些单位不再拨打，完成的答卷抽十分之一回访。${mayTakeLong(ending)}`}
          act={end}
          onDo={() => end.run({ params, body: { units: ending } }).then(() => setChosen(new Set()))}
        />
      )}
      {isTooFew && (
        <StepAct
          text={`销毁${answersLeft}份答卷`}
          what={`访问已经结束，没有分离的只有${answersLeft}份答卷，不足${BATCH_LEAST}份：分离了也猜得出是谁的，所以只能不打开就销毁。销毁以后可以移交，并在说明中写明。`}
          act={separate}
          onDo={() =>
            separate
              .run({ params, body: { units: separating, discard: true } })
              .then(() => setChosen(new Set()))
          }
        />
      )}
      {separating.length > 0 && !isTooFew && (
        <StepAct
          text={`分离${separating.length}个单位的答卷`}
          what={`分离以后，任何人都查不出哪份答卷是谁的；不能再回访、退回，也不能恢复。${mayTakeLong(separating)}`}
          act={separate}
          onDo={() => separate.run({ params, body: { units: separating } }).then(() => setChosen(new Set()))}
        />
      )}
      <DataTable
        id="surveyQuota"
        label="配额"
        rows={quota}
        columns={columns}
        rowKey={row => `${row.unit} ${row.group}`}
        search="单位名称或拼音首字母"
        unit="行"
        height={quota.length > 40 ? 'fill' : 'whole'}
      />
      {looking !== undefined && (
        <UnitCases year={year} survey={survey} of={looking} onClose={() => setLooking(undefined)} />
      )}
      {releasing !== undefined && (
        <ReleaseReserve year={year} survey={survey} row={releasing} onClose={() => setReleasing(undefined)} />
      )}
    </section>
  )
}

function quotaColumns({
  chosen,
  onChoose,
  onRelease,
  onLook,
}: {
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (unit: string, isChosen: boolean) => void
  readonly onRelease: (row: QuotaRow) => void
  readonly onLook: (row: QuotaRow) => void
}): readonly Column<QuotaRow>[] {
  return [
    {
      id: 'unit',
      title: '单位',
      width: 240,
      value: row => row.unitName,
      show: row =>
        row.state === 'calling' || row.state === 'ready' ? (
          <Checkbox
            checked={chosen.has(row.unit)}
            onChange={event => onChoose(row.unit, event.target.checked)}
          >
            {row.unitName}
          </Checkbox>
        ) : (
          row.unitName
        ),
      search: true,
      onCard: 'title',
    },
    { id: 'group', title: '对象', width: 90, value: row => row.groupName, filter: true },
    { id: 'state', title: '状态', width: 110, value: row => unitStateNames[row.state], filter: true },
    {
      id: 'answers',
      title: '完成/计划',
      width: 110,
      kind: 'number',
      value: row => row.answers,
      show: row => (
        <span className={row.answers >= row.wanted ? 'good' : undefined}>
          {row.answers}/{row.wanted}
        </span>
      ),
      onCard: 'figure',
    },
    {
      id: 'cases',
      title: '个案',
      width: 90,
      kind: 'number',
      value: row => row.cases,
      show: row => (
        <Button size="small" aria-label={`${row.cases}，${row.unitName}的个案`} onClick={() => onLook(row)}>
          {row.cases}
        </Button>
      ),
    },
    { id: 'fresh', title: '未拨', width: 80, kind: 'number', value: row => row.fresh },
    { id: 'appointments', title: '预约', width: 80, kind: 'number', value: row => row.appointments },
    { id: 'retries', title: '待重拨', width: 90, kind: 'number', value: row => row.retries },
    { id: 'refusals', title: '拒访', width: 80, kind: 'number', value: row => row.refusals },
    { id: 'checks', title: '待回访', width: 90, kind: 'number', value: row => row.checksOpen },
    {
      id: 'reserve',
      title: '备用号码',
      width: 150,
      kind: 'number',
      value: row => row.reserve,
      show: row => (
        <span className="switch-line">
          {row.reserve}
          {row.reserve > 0 && row.state === 'calling' && (
            <Button size="small" onClick={() => onRelease(row)}>
              启用
            </Button>
          )}
        </span>
      ),
    },
  ]
}

/** Units after which it takes more than some seconds. */
const MANY = 200

function mayTakeLong({ length }: readonly string[]): string {
  return length > MANY ? '单位多，要等一会儿；可以离开本页，不影响办理。' : ''
}
