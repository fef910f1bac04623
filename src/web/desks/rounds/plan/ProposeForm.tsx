import { App, Form, Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useAct } from '../../../client/useAct.ts'
import { Choice } from '../../../kit/Choice.tsx'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import type { Plan } from '../roundTypes.ts'

/** 由程序拟定: how large teams are, how many units a day, with how many others each shall share units, and the seed. */
export function ProposeForm({
  plan: { round, assignments },
  onClose,
}: {
  readonly plan: Plan
  readonly onClose: () => void
}) {
  const { message } = App.useApp()
  const propose = useAct('POST /api/years/:year/rounds/:round/proposal')
  const [typed, setTyped] = useState({
    teamSize: round.teamSize,
    perDay: round.perDay,
    overlap: round.overlap,
    seed: round.seed,
  })

  async function run() {
    const { teamSize, perDay, overlap, seed } = typed
    const body = {
      revision: round.revision,
      teamSize: teamSize === 3 ? 3 : 2,
      perDay,
      overlap,
      seed: seed.trim(),
    } as const
    const done = await propose.run({ params: { year: round.year, round: round.id }, body })
    if (done === undefined) return
    void message.success(
      done.unplaced > 0
        ? `已排上${done.placed}个单位，还有${done.unplaced}个没有排上`
        : `已排上${done.placed}个单位`,
    )
    onClose()
  }

  return (
    <Modal
      open
      title="由程序拟定安排"
      okText={assignments.length > 0 ? '重新拟定' : '拟定'}
      cancelText="取消"
      confirmLoading={propose.busy}
      mask={{ closable: false }}
      onOk={() => void run()}
      onCancel={onClose}
    >
      {assignments.length > 0 && (
        <p>重新拟定会替换现有的 {assignments.length} 项安排，人工调整的也不保留。</p>
      )}
      <RefusedNotice error={propose.refused} />
      <Form layout="vertical" component="div">
        <div className="two-fields">
          <Form.Item label="每组人数" htmlFor="propose-size">
            <Choice
              id="propose-size"
              label="每组人数"
              value={String(typed.teamSize)}
              options={[
                { value: '2', text: '两人' },
                { value: '3', text: '三人' },
              ]}
              onChange={size => setTyped({ ...typed, teamSize: Number(size) })}
            />
          </Form.Item>
          <Form.Item label="每组每天最多几个单位" htmlFor="propose-day">
            <InputNumber
              id="propose-day"
              min={1}
              max={20}
              precision={0}
              value={typed.perDay}
              onChange={perDay => setTyped({ ...typed, perDay: perDay ?? 2 })}
            />
          </Form.Item>
        </div>
        <Form.Item
          label="每人至少与几人同去过"
          htmlFor="propose-overlap"
          help="同去的人多，各人的尺度才好比较。"
        >
          <InputNumber
            id="propose-overlap"
            min={0}
            max={50}
            precision={0}
            value={typed.overlap}
            onChange={overlap => setTyped({ ...typed, overlap: overlap ?? 0 })}
          />
        </Form.Item>
        <Form.Item
          label="种子"
          htmlFor="propose-seed"
          help="相同的种子、名册和人员，拟出的安排相同；想换一份就改几个字。"
        >
          <Input
            id="propose-seed"
            maxLength={100}
            value={typed.seed}
            onChange={event => setTyped({ ...typed, seed: event.target.value })}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
