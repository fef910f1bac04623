import { Modal } from 'antd'
import { useState } from 'react'
import { letterOf } from '../../../domain/campaign/exam/question.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { Answered } from '../../kit/Answered.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { Paper, Test } from './knowledgeTypes.ts'

interface Props {
  readonly test: Test
  readonly paper: Paper
  readonly onClose: () => void
}

/** Enters a paper test, the letters of each question. Two people enter each paper; it counts when they agree. */
export function KeyPaper({ test, paper, onClose }: Props) {
  const params = { year: test.year, test: test.id }
  const of = useAnswer('GET /api/years/:year/tests/:test/sheets', { params, query: { unit: paper.unit } })
  const [chosen, setChosen] = useState<Readonly<Record<string, readonly number[]>>>({})
  const isFirst = paper.keyedBy === undefined || paper.keyedByYou === true
  const act = useAct('POST /api/years/:year/tests/:test/papers/:paper/keyed', {
    done: isFirst ? '第一次录入已保存，请由另一人录入第二次' : '两次录入一致，已判分',
  })
  const send = async () => {
    const answers = Object.fromEntries(Object.entries(chosen).map(([id, options]) => [id, [...options]]))
    if ((await act.run({ params: { ...params, paper: paper.id }, body: { answers } })) !== undefined)
      onClose()
  }
  const toggle = (id: string, option: number, many: boolean) => {
    const before = chosen[id] ?? []
    const has = before.includes(option)
    setChosen({
      ...chosen,
      [id]: has ? before.filter(one => one !== option) : many ? [...before, option] : [option],
    })
  }
  return (
    <Modal
      open
      title={`录入${paper.unitName}第${paper.seat}号纸质卷（${isFirst ? (paper.keyedBy === undefined ? '第一次' : '更正第一次') : `第二次，第一次由${paper.keyedBy}录入`}）`}
      okText="保存"
      cancelText="取消"
      confirmLoading={act.busy}
      mask={{ closable: false }}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <RefusedNotice error={act.refused} />
      <Answered of={of}>
        {({ papers }) => (
          <ol className="test-keying">
            {(papers.find(one => one.id === paper.id)?.questions ?? []).map(({ id, kind, stem, options }) => (
              <li key={id}>
                <span className="block">{stem}</span>
                <span className="test-keying-options choices" role="group" aria-label={stem}>
                  {options.map((text, option) => (
                    <button
                      key={text}
                      type="button"
                      aria-pressed={(chosen[id] ?? []).includes(option)}
                      title={text}
                      onClick={() => toggle(id, option, kind === 'multiple')}
                    >
                      {kind === 'judge' ? text : letterOf(option)}
                    </button>
                  ))}
                </span>
              </li>
            ))}
          </ol>
        )}
      </Answered>
    </Modal>
  )
}
