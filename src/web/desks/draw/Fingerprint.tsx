/** Shows a fingerprint: 64 hexadecimal digits in groups of eight, easy to compare by eye. */
export function Fingerprint({ of }: { readonly of: string }) {
  return (
    <code className="draw-fingerprint" translate="no">
      {of.replace(/(.{8})(?=.)/g, '$1 ')}
    </code>
  )
}
