/** Props of an antd text input: a text that is too long stays, and how much to leave out is told beside it. */
export function textLimit(max: number) {
  const show = ({ count }: { readonly count: number }) =>
    count > max ? (
      <span className="bad" role="alert">
        最多{max}字，请删去{count - max}字
      </span>
    ) : null
  return { count: { max, show } }
}
