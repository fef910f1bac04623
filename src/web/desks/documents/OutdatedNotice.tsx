import type { OneDocument } from './documentTypes.ts'

/** Says which figures of an issued document a later seal corrected, and what to do. */
export function OutdatedNotice({
  of: { seal, changes },
}: {
  readonly of: NonNullable<OneDocument['outdated']>
}) {
  return (
    <section className="document-outdated" aria-label="结果更正">
      <p className="bad">
        通知：这份文件所依据的结果，第{seal}次封存已更正。请按“更正”另发一份；这份照原样留存。
      </p>
      <ul>
        {changes.map(({ name, before, after }) => (
          <li key={name}>
            {name}：{before} → {after}
          </li>
        ))}
      </ul>
    </section>
  )
}
