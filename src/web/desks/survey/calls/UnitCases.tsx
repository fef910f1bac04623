import { Button, Modal } from 'antd'
import { useMemo, useState } from 'react'
import { caseColumns } from '../../../../contract/survey/caseColumns.ts'
import { askAgainFields } from '../../../../contract/survey/surveyFields.ts'
import type { CallAnswer } from '../../../client/call.ts'
import { useAct } from '../../../client/useAct.ts'
import { Answered } from '../../../kit/Answered.tsx'
import { FormModal } from '../../../kit/form/FormModal.tsx'
import { useForm } from '../../../kit/form/useForm.ts'
import { type Column, showColumns } from '../../../kit/table/column.ts'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import { usePagedList } from '../../../kit/table/usePagedList.ts'
import { printAppointment } from '../printAppointment.ts'
import type { SurveyProps } from '../surveyTypes.ts'
import type { QuotaRow } from './QuotaPart.tsx'

type Cases = CallAnswer<'GET /api/years/:year/surveys/:survey/cases'>
type Row = Cases['cases'][number]

interface Props extends SurveyProps {
  readonly of: Pick<QuotaRow, 'unit' | 'unitName' | 'group' | 'groupName' | 'state'>
  readonly onClose: () => void
}

/** Lists the drawn cases of a unit and group, numbers masked; until its answers are separated, an interview can be sent back to be asked again. */
export function UnitCases({ year, survey, of, onClose }: Props) {
  const [again, setAgain] = useState<Row>()
  const maySendBack = of.state !== 'separated'
  const columns = useMemo(() => columnsOf(maySendBack ? setAgain : undefined), [maySendBack])
  const { first, list } = usePagedList(
    'GET /api/years/:year/surveys/:survey/cases',
    { params: { year, survey: survey.id }, query: { unit: of.unit, group: of.group } },
    { id: 'surveyCases', columns, rowsOf },
  )
  return (
    <Modal open title={`个案：${of.unitName}，${of.groupName}`} width={980} footer={null} onCancel={onClose}>
      <Answered of={first}>
        {() => (
          <DataTable
            id="surveyCases"
            label="个案"
            noExport
            rows={list.rows}
            paged={list}
            columns={columns}
            rowKey={row => row.id}
            unit="个"
            empty={<p className="soft">没有这样的个案。</p>}
          />
        )}
      </Answered>
      {again !== undefined && (
        <SendBack year={year} survey={survey} row={again} onClose={() => setAgain(undefined)} />
      )}
    </Modal>
  )
}

function SendBack({
  year,
  survey,
  row,
  onClose,
}: SurveyProps & { readonly row: Row; readonly onClose: () => void }) {
  const act = useAct('POST /api/years/:year/surveys/:survey/cases/:case/again', { done: '已退回重访' })
  const form = useForm(askAgainFields, {
    acts: [act],
    send: sent => act.run({ params: { year, survey: survey.id, case: row.id }, body: sent }),
    after: onClose,
  })
  const isOver = survey.stage === 'closed'
  return (
    <FormModal
      form={form}
      title={`退回重访：${row.groupName}，${row.number}`}
      confirm="退回"
      what={
        <p>
          {isOver
            ? '访问已经全部结束：这份答卷作废，不再重访。'
            : '这份答卷作废，号码重新等待拨打；单位已结束访问的，恢复访问。'}
        </p>
      }
      onClose={onClose}
    />
  )
}

const rowsOf = ({ cases }: Cases): readonly Row[] => cases

function columnsOf(onAgain: ((row: Row) => void) | undefined): readonly Column<Row>[] {
  return [
    { id: 'number', title: '号码', width: 130, value: row => row.number, sort: false, onCard: 'title' },
    ...showColumns<Row>(caseColumns, {
      state: { width: 120, onCard: 'figure' },
      attempts: { width: 90, kind: 'number' },
      last: { width: 130, kind: 'day' },
      appointment: {
        width: 170,
        show: row => (row.appointment === undefined ? '' : printAppointment(row.appointment)),
      },
      again: { width: 100 },
    }),
    ...(onAgain === undefined
      ? []
      : [
          {
            id: 'act',
            title: '退回重访',
            width: 110,
            value: () => undefined,
            sort: false as const,
            onCard: 'wide' as const,
            show: (row: Row) =>
              row.state === 'answered' && (
                <Button size="small" onClick={() => onAgain(row)}>
                  退回重访
                </Button>
              ),
          },
        ]),
  ]
}
