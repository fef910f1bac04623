import type { Sheet } from './sheetTypes.ts'

/** Shows both signatures: drawn on screen, on paper, refused, or missing. */
export function Signatures({
  of: { inspectorSignature, unitSignature, inspectors },
}: {
  readonly of: Sheet
}) {
  return (
    <div className="signatures">
      <figure>
        <figcaption>核查人员：{inspectors.join('、') || inspectorSignature.name}</figcaption>
        <Drawn name={inspectorSignature.name} picture={inspectorSignature.picture} />
      </figure>
      <figure>
        <figcaption>
          被核查单位
          {unitSignature.kind === 'signed' || unitSignature.kind === 'paper' ? `：${who(unitSignature)}` : ''}
        </figcaption>
        {unitSignature.kind === 'signed' && (
          <Drawn name={unitSignature.name} picture={unitSignature.picture} />
        )}
        {unitSignature.kind === 'paper' && <p>已在纸质核查表上签字。</p>}
        {unitSignature.kind === 'refused' && <p>拒绝签字：{unitSignature.reason}</p>}
        {unitSignature.kind === 'waiting' && <p>还没有签字，核查情况尚未生效。</p>}
      </figure>
    </div>
  )
}

function Drawn({ name, picture }: { readonly name: string; readonly picture?: string | undefined }) {
  return picture === undefined ? (
    <p>{name}（已签字）</p>
  ) : (
    <img className="signature" src={picture} alt={`${name}的签字`} />
  )
}

function who({ name, post }: { readonly name: string; readonly post?: string }): string {
  return post === undefined ? name : `${name}（${post}）`
}
