import { Button } from 'antd'
import { useState } from 'react'
import { letterOf, voidedNames } from '../../../domain/campaign/exam/question.ts'
import { useMay } from '../../client/useMay.ts'
import { CorrectAnswer } from './CorrectAnswer.tsx'
import type { Item } from './knowledgeTypes.ts'
import { VoidQuestion } from './VoidQuestion.tsx'

const MANY = 10

/** Shows question statistics: how many answered correctly, what else was chosen, and which answer keys look wrong; those come first. */
export function ItemList({ items }: { readonly items: readonly Item[] }) {
  const may = useMay()
  const [all, setAll] = useState(false)
  const [correcting, setCorrecting] = useState<Item>()
  const [voiding, setVoiding] = useState<Item>()
  const ordered = items.toSorted(
    (one, other) =>
      Number(other.suspect) - Number(one.suspect) || one.right / one.asked - other.right / other.asked,
  )
  return (
    <section className="test-items" aria-label="试题统计">
      <h2>试题统计</h2>
      <p className="soft">答对率低的在前。区分度是成绩最好和最差的各27%答对率之差，低于0.2的题宜修改。</p>
      <ul>
        {(all ? ordered : ordered.slice(0, MANY)).map(item => (
          <li key={item.question}>
            <p>
              {item.stem}{' '}
              {item.voided !== undefined && (
                <strong className="test-items-suspect">已作废，{voidedNames[item.voided]}</strong>
              )}
              {item.voided === undefined && item.suspect && (
                <strong className="test-items-suspect">多数人选了别的答案，请核对</strong>
              )}
            </p>
            <p className="soft">
              答对{item.right}/{item.asked}（{Math.round((item.right / item.asked) * 100)}%）
              {item.discrimination !== undefined && `，区分度${item.discrimination.toFixed(2)}`}
              {item.blank > 0 && `，未答${item.blank}`}
            </p>
            <ul className="test-items-options bare">
              {item.options.map((text, option) => (
                <li key={text} className={item.answer.includes(option) ? 'is-right' : ''}>
                  <span className="test-items-text">
                    {item.kind === 'judge' ? '' : `${letterOf(option)}. `}
                    {text}
                    {item.answer.includes(option) && '（答案）'}
                  </span>
                  <span className="test-items-track track track-thin" aria-hidden>
                    <span style={{ width: `${(item.chosen[option]! / item.asked) * 100}%` }} />
                  </span>
                  <span className="to-right">{item.chosen[option]}人</span>
                </li>
              ))}
            </ul>
            {may('regradeTests') && (
              <p>
                {item.voided === undefined && (
                  <Button size="small" onClick={() => setCorrecting(item)}>
                    更正答案
                  </Button>
                )}{' '}
                <Button size="small" onClick={() => setVoiding(item)}>
                  {item.voided === undefined ? '本题作废' : '恢复计分'}
                </Button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {!all && ordered.length > MANY && (
        <Button onClick={() => setAll(true)}>显示全部{ordered.length}题</Button>
      )}
      {voiding !== undefined && <VoidQuestion item={voiding} onClose={() => setVoiding(undefined)} />}
      {correcting !== undefined && (
        <CorrectAnswer item={correcting} onClose={() => setCorrecting(undefined)} />
      )}
    </section>
  )
}
