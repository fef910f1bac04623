import { Button, Checkbox } from 'antd'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import type { ExplainedNode } from './ExplainedNode.ts'
import { findNode, firstPlaces, nodesOf } from './findNode.ts'
import { foldsOf, openAtFirst } from './openings.ts'
import { Part } from './Part.tsx'
import { ReadingContext, type Reading } from './ReadingContext.ts'
import { viewOf } from './viewOf.ts'
import { WayDown } from './WayDown.tsx'
import './explain.css'

interface Props {
  readonly year: number
  readonly unit: string
  readonly root: ExplainedNode
  /** Place that is shown: a path, a row, a component or a kind. */
  readonly at: string | undefined
  readonly onGo: (path: string) => void
  readonly tryWithout?: ((fact: string, told: string) => void) | undefined
  readonly tools?: ReactNode
}

/** Shows one place of a unit's explanation as a document, with the path down to it. */
export function ExplanationDocument({ year, unit, root, at, onGo, tryWithout, tools }: Props) {
  const { node, above } = useMemo(() => findNode(root, at), [root, at])
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(openAtFirst(node)))
  const [allRows, setAllRows] = useState(false)
  const toggle = useCallback((path: string) => {
    setOpen(before => {
      const after = new Set(before)
      if (!after.delete(path)) after.add(path)
      return after
    })
  }, [])
  const reading: Reading = {
    year,
    unit,
    isOpen: path => open.has(path),
    toggle,
    allRows,
    firstPlaces: useMemo(() => firstPlaces(node), [node]),
    opening: node.path,
    viewOf,
    tryWithout,
  }
  const hasRows = useMemo(() => [...nodesOf(node)].some(one => one.kind === 'rubric'), [node])
  const folds = useMemo(() => foldsOf(node), [node])
  const allOpen = folds.every(path => open.has(path))
  return (
    <ReadingContext value={reading}>
      <article className="why">
        <WayDown above={above} node={node} onGo={onGo} />
        <div className="why-tools">
          <Button size="small" onClick={() => setOpen(new Set(allOpen ? [] : folds))}>
            {allOpen ? '全部收起' : '全部展开'}
          </Button>
          {hasRows && (
            <Checkbox checked={allRows} onChange={event => setAllRows(event.target.checked)}>
              列出没有扣分的行
            </Checkbox>
          )}
          {tools}
        </div>
        <Part node={node} />
      </article>
    </ReadingContext>
  )
}
