/** 页面打开中. */
export function PageOpening() {
  return (
    <p className="page-opening" role="status">
      正在打开……
    </p>
  )
}
