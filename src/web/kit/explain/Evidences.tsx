import { printQuarter } from '../../../domain/kernel/calendar.ts'
import { RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Fact } from '../Fact.tsx'
import { LinkButton } from '../LinkButton.tsx'
import { printDay } from '../printDay.ts'
import type { Evidence, ExplainedNode } from './ExplainedNode.ts'
import { useReading } from './ReadingContext.ts'

/** Shows the evidence behind a figure: findings and ledger entries. A finding opens to who found it, who entered it, and what it is based on. */
export function Evidences({ node }: { readonly node: ExplainedNode }) {
  if (node.evidence.length === 0) return null
  return (
    <ul className="why-evidence">
      {node.evidence.map((one, at) => (
        <li key={one.fact ?? at}>
          {one.fact === undefined ? (
            <span>{one.text}</span>
          ) : (
            <Finding one={one} path={`${node.path}#${one.fact}`} />
          )}
        </li>
      ))}
    </ul>
  )
}

function Finding({ one, path }: { readonly one: Evidence; readonly path: string }) {
  const { isOpen, toggle } = useReading()
  const open = isOpen(path)
  return (
    <>
      <button
        type="button"
        className="why-fold"
        data-may-wrap
        aria-expanded={open}
        onClick={() => toggle(path)}
      >
        <RightOutlined aria-hidden rotate={open ? 90 : 0} />
        <span>{one.text}</span>
      </button>
      {open && <FindingDetails one={one} />}
    </>
  )
}

function FindingDetails({ one }: { readonly one: Evidence }) {
  const { tryWithout, year } = useReading()
  const [sheet, meeting] = (['sheet:', 'meeting:'] as const).map(kind =>
    one.origin?.startsWith(kind) === true ? one.origin.slice(kind.length) : undefined,
  )
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['核查人', one.author ?? (one.kind === 'finding' ? '未登记' : undefined)],
    [
      '核查时间',
      [
        one.quarter === undefined ? '' : printQuarter(one.quarter),
        one.foundOn === undefined ? '' : printDay(one.foundOn),
      ]
        .join(' ')
        .trim(),
    ],
    ['情况', one.note],
    ['印证资料', one.material],
    ['录入', entered(one)],
    ['来源', one.source],
  ]
  return (
    <div className="why-finding">
      <dl>
        {rows
          .filter(([, said]) => said !== undefined && said !== '')
          .map(([name, said]) => (
            <Fact key={name} name={name}>
              {said}
            </Fact>
          ))}
      </dl>
      {sheet !== undefined && (
        <LinkButton size="small" to={`/${year}/sheets/${sheet}`}>
          打开核查表
        </LinkButton>
      )}
      {meeting !== undefined && (
        <LinkButton size="small" to={`/${year}/debriefs/${meeting}`}>
          打开述职测评会议
        </LinkButton>
      )}
      {tryWithout !== undefined && one.fact !== undefined && (
        <Button size="small" onClick={() => tryWithout(one.fact!, one.text)}>
          试算：没有这一条会怎样
        </Button>
      )}
    </div>
  )
}

function entered({ enteredBy, enteredAt }: Evidence): string | undefined {
  if (enteredBy === undefined) return undefined
  return enteredAt === undefined ? enteredBy : `${enteredBy}，${printDay(enteredAt)}`
}
