/** 恢复码: shown once. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  return (
    <ul className="me-codes" aria-label="恢复码">
      {codes.map(code => (
        <li key={code} translate="no">
          {code}
        </li>
      ))}
    </ul>
  )
}
