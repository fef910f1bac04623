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
            <table>
              {part.rows.length > 1 && (
                <thead>
                  <tr>
                    {part.rows[0]?.map((cell, column) => (
                      <th key={column} scope="col">
                        {cell}
                      </th>
                    ))}
                  </tr>
                </thead>
              )}
              <tbody>
                {part.rows.slice(part.rows.length > 1 ? 1 : 0).map((cells, row) => (
                  <tr key={row}>
                    {cells.map((cell, column) => (
                      <td key={column}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ),
      )}
    </article>
  )
}
