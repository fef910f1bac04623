import type { DocumentField } from '../../../contract/documents/documentField.ts'

/** Lists what a template may name, with what is printed for it. */
export function FieldList({ fields }: { readonly fields: readonly DocumentField[] }) {
  return (
    <ul className="field-list">
      {fields.map(field => (
        <li key={field.name}>
          <code translate="no">
            {'sample' in field ? `{${field.name}}` : `{#${field.name}}…{/${field.name}}`}
          </code>{' '}
          {field.what}
          {'sample' in field && field.sample !== '' && <span className="soft">，如“{field.sample}”</span>}
          {'rows' in field && <FieldList fields={field.rows} />}
        </li>
      ))}
    </ul>
  )
}
