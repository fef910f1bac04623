import { Button, Form, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { Test } from './knowledgeTypes.ts'

/** Makes papers for all members drawn for the quarter, or a number per chosen unit. */
export function MakePapers({ test, onClose }: { readonly test: Test; readonly onClose: () => void }) {
  const [units, setUnits] = useState<readonly string[]>([])
  const [seats, setSeats] = useState(5)
  const params = { year: test.year, test: test.id }
  const { data } = useAnswer('GET /api/years/:year/roster', { params: { year: test.year } })
  const byDraw = useAct('POST /api/years/:year/tests/:test/papers-of-draw', {
    done: '试卷已制好，可打印答题条',
  })
  const byUnit = useAct('POST /api/years/:year/tests/:test/papers', { done: '试卷已制好，可打印答题条' })
  const closeIfDone = (made: object | undefined) => made !== undefined && onClose()
  return (
    <Modal open title="制卷" footer={null} onCancel={onClose}>
      <RefusedNotice error={byDraw.refused ?? byUnit.refused} />
      <h3>按抽签</h3>
      <p>第{test.quarter}季度抽中的党员每人一份，题目各自从题库抽取；已有卷的单位不再制。</p>
      <Button
        type="primary"
        loading={byDraw.busy}
        onClick={() => void byDraw.run({ params, body: {} }).then(closeIfDone)}
      >
        按抽中的党员制卷
      </Button>
      <h3>按单位和份数</h3>
      <Form layout="vertical" component="div">
        <Form.Item label="单位" htmlFor="papers-units">
          <Select
            id="papers-units"
            mode="multiple"
            value={[...units]}
            onChange={setUnits}
            optionFilterProp="label"
            placeholder="可选多个单位"
            options={(data?.units ?? []).map(unit => ({ value: unit.id, label: unit.name }))}
          />
        </Form.Item>
        <Form.Item label="每个单位的份数" htmlFor="papers-seats">
          <InputNumber
            id="papers-seats"
            min={1}
            max={30}
            value={seats}
            onChange={value => setSeats(value ?? 5)}
          />
        </Form.Item>
        <Button
          disabled={units.length === 0}
          title={units.length === 0 ? '请先选单位' : ''}
          loading={byUnit.busy}
          onClick={() =>
            void byUnit
              .run({ params, body: { units: units.map(unit => ({ unit, people: [], seats })) } })
              .then(closeIfDone)
          }
        >
          按份数制卷
        </Button>
      </Form>
    </Modal>
  )
}
