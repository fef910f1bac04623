import { RightOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useReading } from './ReadingContext.ts'

interface FoldProps {
  readonly path: string
  readonly name: ReactNode
  /** the cells after the name. */
  readonly cells: ReactNode
  readonly columns: number
  readonly quiet?: boolean
  /** nothing to open where there is none. */
  readonly children?: ReactNode
}

/** 可展开的一行: a row of a table whose first cell opens what it came of, below it. */
export function Fold({ path, name, cells, columns, quiet = false, children }: FoldProps) {
  const { isOpen, toggle } = useReading()
  const open = children !== undefined && isOpen(path)
  return (
    <>
      <tr className={`${open ? 'why-row-open' : ''} ${quiet ? 'why-row-quiet' : ''}`}>
        <th scope="row">
          {children === undefined ? (
            <span className="why-fold-none">{name}</span>
          ) : (
            <button
              type="button"
              className="why-fold"
              data-may-wrap
              aria-expanded={open}
              onClick={() => toggle(path)}
            >
              <RightOutlined aria-hidden rotate={open ? 90 : 0} />
              <span>{name}</span>
            </button>
          )}
        </th>
        {cells}
      </tr>
      {open && (
        <tr className="why-row-inside">
          <td colSpan={columns}>{children}</td>
        </tr>
      )}
    </>
  )
}
