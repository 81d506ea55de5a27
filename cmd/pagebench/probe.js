// Put before the page's own scripts: notes when each picture really has marks, what
// moves, and what keeps the main thread busy for longer than 50 ms.
(() => {
  const seen = window.probe = {visible: 0, shift: 0, tasks: []};
  const drawn = (name) => {
    const figure = document.querySelector(`[data-bench=${name}]`), box = figure?.getBoundingClientRect();
    return box?.width > 50 && box.height > 50 && figure.querySelectorAll("svg :is(path, rect, circle, use, line)").length >= 5;
  };
  (function look() {
    if (drawn("map") && drawn("chart")) seen.visible = performance.now();
    else requestAnimationFrame(look);
  })();
  const observe = (type, each) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({type, buffered: true});
  observe("layout-shift", (shift) => { if (!shift.hadRecentInput) seen.shift += shift.value; });
  observe("longtask", (task) => seen.tasks.push([task.startTime, task.duration]));

  // The longest task that ended after a time, and how much all of them blocked.
  seen.since = (time) => {
    const late = seen.tasks.filter(([start, length]) => start + length > time);
    return {longest: Math.max(0, ...late.map(([, length]) => length)), blocking: late.reduce((sum, [, length]) => sum + length - 50, 0)};
  };
})();
