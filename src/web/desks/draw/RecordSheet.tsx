import { printQuarter } from '../../../domain/kernel/calendar.ts'
import { Button } from 'antd'
import { Fragment, useMemo, useState } from 'react'
import { drawCheckSentences } from '../../../contract/draw/drawCheckSentences.ts'
import { drawRule } from '../../../contract/draw/drawRule.ts'
import { checkDraw } from '../../../domain/campaign/draw/checkDraw.ts'
import { parseListText } from '../../../domain/campaign/draw/drawList.ts'
import { lotText, orderLots } from '../../../domain/campaign/draw/drawLots.ts'
import { purposeNames } from '../../../domain/campaign/draw/drawPurpose.ts'
import type { DrawRecord } from '../../../domain/campaign/draw/drawRecord.ts'
import { sha256 } from '../../kit/sha256.ts'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { Fact } from '../../kit/Fact.tsx'
import { Fingerprint } from './Fingerprint.tsx'

/** Shows the draw record (抽签记录单) on A4: fingerprint, seed, rule, who was drawn, the full order and the whole list. Verifies it in this browser. */
export function RecordSheet({ record }: { readonly record: DrawRecord }) {
  const [checked, setChecked] = useState(false)
  const lots = useMemo(
    () => orderLots(record.fingerprint, record.seed, parseListText(record.list).lines, sha256),
    [record],
  )
  const [first] = lots
  return (
    <article className="draw-sheet" aria-label="抽签记录单">
      <h2>
        {record.unitName}　{record.year}年{printQuarter(record.quarter)}
        {purposeNames[record.purpose]}抽签记录
        {record.number > 1 && `（第${record.number}次）`}
      </h2>
      {record.reason !== undefined && <p className="bad">再抽的理由：{record.reason}</p>}
      <dl className="draw-facts">
        <Fact name="名单">
          {lots.length}行，由{record.frozenBy}冻结于 <ChineseDate of={record.frozenAt} />
        </Fact>
        <Fact name="名单指纹">
          <Fingerprint of={record.fingerprint} />
        </Fact>
        <Fact name="种子">
          <strong className="draw-seed" translate="no">
            {record.seed}
          </strong>
          （{record.seedKind === 'dice' ? '骰子，' : ''}
          {record.seedParts.map(part => `${part.by} ${part.text}`).join('；')}）
        </Fact>
        <Fact name="抽取">
          取前{record.take}个，由{record.heldBy}主持，
          <ChineseDate of={record.heldAt} />
        </Fact>
      </dl>
      <h3>抽中</h3>
      <ol className="draw-drawn">
        {record.result.map(line => (
          <li key={line.id}>
            <strong>{line.name}</strong>
            {line.branch !== undefined && <small>{line.branch}</small>}
            <code translate="no">
              {line.id} {line.hash.slice(0, 16)}…
            </code>
          </li>
        ))}
      </ol>
      <h3>怎样重算</h3>
      <p>
        {drawRule.split('UTF-8').map((part, at) => (
          <Fragment key={part}>
            {at > 0 && <span translate="no">UTF-8</span>}
            {part}
          </Fragment>
        ))}
      </p>
      {first !== undefined && (
        <p>
          例：排在第1的一行，对{' '}
          <code translate="no">{lotText(record.fingerprint, record.seed, first.line.id)}</code> 计算，得{' '}
          <code translate="no">{first.hash}</code>。
        </p>
      )}
      <p className="draw-check-tools">
        <Button onClick={() => setChecked(true)}>在本机重算</Button>
      </p>
      {checked && <Checks record={record} />}
      <h3>全部次序</h3>
      <ol className="draw-order">
        {lots.map(({ place, line, hash }) => (
          <li key={line.id} className={place <= record.take ? 'strong' : undefined}>
            <code translate="no">{line.id}</code> {line.name}
            {line.branch !== undefined && <small>{line.branch}</small>}
            <code translate="no">{hash.slice(0, 12)}</code>
          </li>
        ))}
      </ol>
      <p className="draw-signs">
        <span>核查组：</span>
        <span>被查单位代表：</span>
        <span>日期：</span>
      </p>
    </article>
  )
}

function Checks({ record }: { readonly record: DrawRecord }) {
  return (
    <div role="status">
      <ul className="draw-checks">
        {checkDraw(record, sha256).map(({ step, isRight }) => (
          <li key={step} className={isRight ? undefined : 'bad'}>
            {isRight ? `✓ ${drawCheckSentences[step].right}` : `✗ ${drawCheckSentences[step].wrong}`}
          </li>
        ))}
      </ul>
    </div>
  )
}
