import { Points } from '../../kit/Points.tsx'
import type { Sheet } from './sheetTypes.ts'

/** 本年度至今的核查得分: rows that lost or gained, by the engine, with everything that is in force now. */
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
