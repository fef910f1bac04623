/** 打开中: what stands on the page before there is one, and why it does not come. */
export function Opening({ trouble, onRetry }: { readonly trouble?: string; readonly onRetry?: () => void }) {
  if (trouble === undefined) {
    return (
      <p className="opening" role="status">
        正在打开衡评……
      </p>
    )
  }
  return (
    <main className="opening" role="alert">
      <p>{trouble}</p>
      <button type="button" className="plain-button" onClick={onRetry}>
        重试
      </button>
    </main>
  )
}
