/** Chinese sentences for the platform events. */
export const platformEvents = {
  serverStarted: ({ version, database }: { version: string; database: string }) =>
    `服务启动（版本 ${version}，${database}）`,
  demoYearLoaded: ({
    units,
    facts,
  }: {
    units: number
    /** In lines of earlier versions alone. */ facts?: number
  }) => `装入演示年度：${units}个单位${facts === undefined ? '' : `，${facts}条事实`}`,
  demoFactsLoaded: ({ what }: { what: string }) => `装入演示年度的${what}`,
  settingChanged: ({ setting, from, to }: { setting: string; from: string; to: string }) =>
    `把“${setting}”由“${from}”改为“${to}”`,
}
