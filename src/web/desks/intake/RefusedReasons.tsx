import { call } from '../../client/call.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { Answered } from '../../kit/Answered.tsx'
import { RefusedRows } from '../../kit/lists/RefusedRows.tsx'
import { SaveAs } from '../../kit/SaveAs.tsx'
import type { ImportDetail } from './intakeTypes.ts'

/** Shows the first two hundred reasons for refused rows with their places; a workbook holds all of them. */
export function RefusedReasons({ of: { id, year } }: { readonly of: ImportDetail }) {
  const params = { year, intake: id }
  const refused = useAnswer('GET /api/years/:year/intakes/:intake/refused', { params, query: {} })
  return (
    <section aria-labelledby="import-refused">
      <h2 id="import-refused">退回的行</h2>
      <Answered of={refused}>
        {({ refused: lines, total }) => (
          <>
            {total > lines.length && (
              <p>
                共 {total} 条理由，这里列出前 {lines.length} 条，其余见退回清单。
              </p>
            )}
            <RefusedRows
              of={lines}
              save={
                <SaveAs
                  text="退回清单"
                  fetch={() => call('GET /api/years/:year/intakes/:intake/refused-list', { params })}
                />
              }
            />
          </>
        )}
      </Answered>
    </section>
  )
}
