import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { callBackFields } from '../../../../contract/survey/surveyFields.ts'
import { callBackNames } from '../../../../contract/survey/surveyNames.ts'
import type { CallAnswer } from '../../../client/call.ts'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { Answered } from '../../../kit/Answered.tsx'
import { FormModal } from '../../../kit/form/FormModal.tsx'
import { useForm } from '../../../kit/form/useForm.ts'
import type { Column } from '../../../kit/table/column.ts'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import type { SurveyProps } from '../surveyTypes.ts'

type Row = CallAnswer<'GET /api/years/:year/surveys/:survey/call-backs'>['callBacks'][number]

/** Lists the interviews that were drawn to be checked by a call, and records what was said. */
export function CallBacks({ year, survey }: SurveyProps) {
  const [checking, setChecking] = useState<Row>()
  const of = useAnswer('GET /api/years/:year/surveys/:survey/call-backs', {
    params: { year, survey: survey.id },
  })
  const columns = useMemo(() => callBackColumns(setChecking), [])
  return (
    <section aria-label="回访">
      <h2>回访</h2>
      <Answered of={of}>
        {({ callBacks }) => (
          <DataTable
            id="surveyCallBacks"
            label="回访"
            noExport
            rows={callBacks}
            columns={columns}
            rowKey={row => row.id}
            search="单位名称或拼音首字母"
            unit="份"
            height={callBacks.length > 20 ? 'fill' : 'whole'}
            empty={<p className="soft">结束单位的访问以后，抽出十分之一回访，列在这里。</p>}
          />
        )}
      </Answered>
      {checking !== undefined && (
        <Check year={year} survey={survey} row={checking} onClose={() => setChecking(undefined)} />
      )}
    </section>
  )
}

function Check({
  year,
  survey,
  row,
  onClose,
}: SurveyProps & { readonly row: Row; readonly onClose: () => void }) {
  const act = useAct('POST /api/years/:year/surveys/:survey/call-backs/:case', { done: '回访已登记' })
  const form = useForm(callBackFields, {
    acts: [act],
    send: sent => act.run({ params: { year, survey: survey.id, case: row.id }, body: sent }),
    after: onClose,
  })
  return (
    <FormModal
      form={form}
      title={`回访：${row.unitName}，${row.groupName}`}
      confirm="登记"
      what={
        <p>
          号码<strong translate="no">{row.dial ?? row.number}</strong>，访问员{row.interviewer}
          。问是否接受过访问、用了多久。
        </p>
      }
      onClose={onClose}
    />
  )
}

function callBackColumns(onCheck: (row: Row) => void): readonly Column<Row>[] {
  return [
    { id: 'unit', title: '单位', width: 240, value: row => row.unitName, search: true, onCard: 'title' },
    { id: 'group', title: '对象', width: 90, value: row => row.groupName, filter: true },
    { id: 'interviewer', title: '访问员', width: 140, value: row => row.interviewer, filter: true },
    { id: 'number', title: '号码', width: 140, value: row => row.number },
    {
      id: 'result',
      title: '结果',
      width: 200,
      value: row => (row.result === undefined ? '待回访' : callBackNames[row.result]),
      show: row =>
        row.result === undefined || (row.result === 'notReached' && row.dial !== undefined) ? (
          <span className="switch-line">
            {row.result === undefined ? '' : callBackNames[row.result]}
            <Button size="small" onClick={() => onCheck(row)}>
              登记回访
            </Button>
          </span>
        ) : (
          callBackNames[row.result]
        ),
      filter: true,
      onCard: 'wide',
    },
  ]
}
