import { printQuarter } from '../../../domain/kernel/calendar.ts'
import { Button, Modal } from 'antd'
import { paperFields } from '../../../contract/knowledge/knowledgeFields.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { InlineForm } from '../../kit/form/InlineForm.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { Test } from './knowledgeTypes.ts'

/** Makes papers for all members drawn for the quarter, or a number per chosen unit. */
export function MakePapers({ test, onClose }: { readonly test: Test; readonly onClose: () => void }) {
  const params = { year: test.year, test: test.id }
  const { data } = useAnswer('GET /api/years/:year/roster', { params: { year: test.year } })
  const byDraw = useAct('POST /api/years/:year/tests/:test/papers-of-draw', {
    done: '试卷已制好，可打印答题条',
  })
  const byUnit = useAct('POST /api/years/:year/tests/:test/papers', { done: '试卷已制好，可打印答题条' })
  const options = (data?.units ?? []).map(unit => ({ value: unit.id, label: unit.name }))
  const form = useForm(
    { ...paperFields, units: { ...paperFields.units, options } },
    {
      start: { seats: 5 },
      acts: [{ ...byUnit, refused: undefined }],
      send: ({ units, seats }) =>
        byUnit.run({ params, body: { units: units.map(unit => ({ unit, people: [], seats })) } }),
      after: onClose,
    },
  )
  return (
    <Modal open title="制卷" footer={null} onCancel={onClose}>
      <RefusedNotice error={byDraw.refused ?? byUnit.refused} />
      <h3>按抽签</h3>
      <p>{printQuarter(test.quarter)}抽中的党员每人一份，题目各自从题库抽取；已有卷的单位不再制。</p>
      <Button
        type="primary"
        loading={byDraw.busy}
        onClick={() => void byDraw.run({ params, body: {} }).then(made => made !== undefined && onClose())}
      >
        按抽中的党员制卷
      </Button>
      <h3>按单位和份数</h3>
      <InlineForm
        form={form}
        className="papers-by-unit"
        confirm="按份数制卷"
        quiet
        disabled={form.values.units.length === 0 && '请先选单位'}
      />
    </Modal>
  )
}
