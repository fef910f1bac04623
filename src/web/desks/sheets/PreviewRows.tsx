import { Points } from '../../kit/Points.tsx'
import type { Sheet } from './sheetTypes.ts'

/** Shows the year's inspection score so far: rows that lost or gained, computed by the engine from everything in force. */
export function PreviewRows({ of: { preview } }: { readonly of: Sheet }) {
  return (
    <>
      {preview.map(({ component, name, points, base, rows }) => {
        const moved = rows.filter(row => row.points !== row.base)
        return (
          <section key={component} className="sheet-preview" aria-label={`${name}至今得分`}>
            <h2>
              {name}至今得分 <Points value={points} />/{base}
            </h2>
            {moved.length === 0 ? (
              <p>各行都没有失分。</p>
            ) : (
              <ul>
                {moved.map(row => (
                  <li key={`${row.row} ${row.title}`}>
                    <span>
                      {row.row} {row.title}
                    </span>
                    <span>
                      <Points value={row.points} />/{row.base}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </section>
        )
      })}
    </>
  )
}
