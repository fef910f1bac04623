import { RightOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useReading } from './ReadingContext.ts'

interface FoldProps {
  readonly path: string
  readonly name: ReactNode
  /** Cells after the name. */
  readonly cells: ReactNode
  readonly columns: number
  readonly quiet?: boolean
  /** Content of the fold; without it there is nothing to open. */
  readonly children?: ReactNode
}

/** A table row whose first cell opens its origin below it. */
export function Fold({ path, name, cells, columns, quiet = false, children }: FoldProps) {
  const { isOpen, toggle } = useReading()
  const open = children !== undefined && isOpen(path)
  return (
    <>
      <tr className={`${open ? 'why-row-open' : ''} ${quiet ? 'soft' : ''}`}>
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
