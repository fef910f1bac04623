import type { OneDocument } from './documentTypes.ts'

/** Shows the text of a document as it stands in its file, paragraph by paragraph. */
export function PaperView({ parts }: { readonly parts: OneDocument['parts'] }) {
  return (
    <article className="document-paper" aria-label="正文">
      {parts.map((part, at) =>
        part.kind === 'paragraph' ? (
          <p key={at}>{part.text}</p>
        ) : (
          <div key={at} className="document-table" tabIndex={0} role="region" aria-label="表格">
            <PaperTable rows={part.rows} />
          </div>
        ),
      )}
    </article>
  )
}

/** A table with heads; one of two columns is a form, whose first column names the second. */
function PaperTable({ rows }: { readonly rows: readonly (readonly string[])[] }) {
  const columns = rows[0]?.length ?? 0
  const heads = columns > 2 && rows.length > 1 ? rows[0] : undefined
  return (
    <table>
      {heads !== undefined && (
        <thead>
          <tr>
            {heads.map((cell, column) => (
              <th key={column} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.slice(heads === undefined ? 0 : 1).map((cells, row) => (
          <tr key={row}>
            {cells.map((cell, column) =>
              column === 0 && columns === 2 ? (
                <th key={column} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={column} className={/^[\d.]+%?$/.test(cell) ? 'to-right' : undefined}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
