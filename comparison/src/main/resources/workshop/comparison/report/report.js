"use strict";
// Turns the data of the figures into options of the charting library. What is on the axes, the ticks and
// the text is the library's; the tables below the plots say the same without it.
(() => {
  const plots = JSON.parse(document.getElementById("plots").textContent);
  const shapes = ["circle", "rect", "triangle", "diamond", "roundRect", "pin", "arrow", "circle"];
  const drawn = [];
  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const hue = (series) => color({ TECHNIQUE: "c" + series.number, PEER: "peer", REFERENCE: "reference", LIMIT: "limit" }[series.kind]);
  const amount = (value) => value.toLocaleString("en-US", { maximumSignificantDigits: 6 });
  const percentile = (share) => amount(+(100 * (1 - 1 / share)).toPrecision(6)) + "%";
  // The next of 1, 2, 5, 10, 20, 50 and so on that is not larger.
  const below = (value) => {
    const power = 10 ** Math.floor(Math.log10(value));
    return power * [5, 2, 1].find((step) => step * power <= value * 1.000001);
  };
  const isNarrow = (box) => box.clientWidth < 560;

  // From the smallest to the largest run; "place" puts a value and the mark's place into the axes' order,
  // and the halo keeps the whisker apart from a bar of nearly its color.
  function whiskers(marks, place, ink, halo) {
    const drawable = marks.filter((mark) => mark.max > mark.min);
    return {
      type: "custom", silent: true, z: 5, tooltip: { show: false },
      data: drawable.map((mark) => [mark.x, mark.min, mark.max]),
      renderItem(_, api) {
        const from = api.coord(place([api.value(0), api.value(1)]));
        const to = api.coord(place([api.value(0), api.value(2)]));
        const along = from[0] === to[0] ? [4, 0] : [0, 4];
        const caps = [from, to].map((end) => [[end[0] - along[0], end[1] - along[1]], [end[0] + along[0], end[1] + along[1]]]);
        const strokes = (stroke, lineWidth) => [[from, to], ...caps].map(([a, b]) => ({
          type: "line", shape: { x1: a[0], y1: a[1], x2: b[0], y2: b[1] }, style: { stroke, lineWidth },
        }));
        return { type: "group", children: [...(halo ? strokes(halo, 4) : []), ...strokes(ink, 1.5)] };
      },
    };
  }

  function common() {
    return {
      animation: false, backgroundColor: "transparent",
      textStyle: { color: color("ink"), fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12 },
    };
  }

  function axis(more) {
    return {
      axisLine: { show: true, lineStyle: { color: color("muted") } }, axisTick: { show: false },
      axisLabel: { color: color("ink"), hideOverlap: true }, nameTextStyle: { color: color("muted") },
      splitLine: { lineStyle: { color: color("rule") } }, ...more,
    };
  }

  function bars(plot, place, box) {
    const narrow = isNarrow(box);
    const rows = plot.series.flatMap((series) => series.marks.filter((mark) => mark.at === place).map((mark) => ({ series, ...mark })));
    rows.forEach((row, i) => { row.x = i; });
    const label = narrow ? 142 : 230;
    const looks = {
      TECHNIQUE: (row) => ({ color: hue(row.series) }),
      PEER: (row) => ({
        color: hue(row.series),
        decal: { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: -Math.PI / 4, color: color("paper") },
      }),
      REFERENCE: (row) => ({ color: "transparent", borderColor: hue(row.series), borderWidth: 1.5 }),
      LIMIT: (row) => ({ color: "transparent", borderColor: hue(row.series), borderWidth: 1.5, borderType: [4, 3] }),
    };
    return {
      height: rows.length * (narrow ? 40 : 28) + 50,
      option: {
        ...common(),
        grid: { left: label + 8, right: 120, top: 4, bottom: 44 },
        xAxis: axis({
          type: "value", min: 0, splitNumber: narrow ? 2 : 5, name: plot.values, nameLocation: "middle", nameGap: 26,
          axisLabel: { color: color("ink"), hideOverlap: true, formatter: amount },
        }),
        yAxis: axis({
          type: "category", inverse: true, data: rows.map((row) => row.series.name),
          axisLabel: { color: color("ink"), width: label, overflow: "break", fontSize: narrow ? 11 : 12, lineHeight: 13, interval: 0 },
        }),
        series: [
          { type: "bar", barMaxWidth: 16, silent: true, data: rows.map((row) => ({ value: row.median, itemStyle: looks[row.series.kind](row) })) },
          whiskers(rows, ([at, value]) => [value, at], color("ink"), color("paper")),
          {
            type: "scatter", symbolSize: 1, silent: true, itemStyle: { color: "transparent" }, data: rows.map((row) => [row.max, row.x]),
            label: { show: true, position: "right", color: color("ink"), formatter: (mark) => rows[mark.dataIndex].text },
          },
        ],
      },
    };
  }

  function lines(plot, box) {
    const narrow = isNarrow(box);
    const percentiles = plot.kind === "PERCENTILES";
    const across = (place) => (percentiles ? 1 / (1 - place / 100) : +place);
    const shown = plot.series
      .map((series) => ({ ...series, marks: series.marks.map((mark) => ({ ...mark, x: across(mark.at) })).filter((mark) => mark.x > 0 && isFinite(mark.x)) }))
      .filter((series) => series.marks.length > 0);
    const places = plot.places.map(across).filter((x) => x > 0 && isFinite(x));
    // The library labels every power of the base below ten powers, and hardly any above.
    const span = Math.log2(Math.max(...places) / Math.min(...places));
    const base = percentiles || !places.every((x) => Number.isInteger(Math.log2(x))) ? 10 : span < 10 ? 2 : 4;
    const values = shown.flatMap((series) => series.marks.flatMap((mark) => [mark.min, mark.max]));
    const last = (series) => series.marks[series.marks.length - 1].median;
    // In the order in which the lines end, so that the legend is read across.
    const names = [...shown].sort((a, b) => last(b) - last(a)).map((series) => series.name);
    const dashes = { TECHNIQUE: "solid", PEER: [7, 4], REFERENCE: [9, 3, 2, 3], LIMIT: [2, 3] };
    const legendHeight = narrow ? names.length * 26 + 8 : 0;
    return {
      height: (narrow ? 300 : 380) + legendHeight,
      option: {
        ...common(),
        tooltip: { trigger: "item", renderMode: "richText", confine: true, formatter: (mark) => mark.seriesName + "\n" + mark.data[2] },
        legend: {
          orient: "vertical", data: names, itemWidth: 34, selectedMode: false, textStyle: { color: color("ink"), width: narrow ? box.clientWidth - 60 : 200, overflow: "break", lineHeight: 14 },
          itemGap: 12, ...(narrow ? { left: 0, bottom: 0 } : { right: 0, top: 24, width: 245 }),
        },
        grid: { left: 74, right: narrow ? 28 : 270, top: 32, bottom: 48 + legendHeight },
        xAxis: axis({
          type: "log", logBase: base, min: percentiles ? 1 : Math.min(...places), max: Math.max(...places),
          name: plot.label, nameLocation: "middle", nameGap: 28,
          axisLabel: { color: color("ink"), hideOverlap: true, formatter: percentiles ? percentile : amount },
        }),
        yAxis: axis({
          type: plot.logarithmic ? "log" : "value", min: plot.logarithmic ? below(Math.min(...values)) : 0, name: plot.values,
          nameTextStyle: { color: color("muted"), align: "left", padding: [0, 0, 0, -60] },
          axisLabel: { color: color("ink"), hideOverlap: true, formatter: amount },
        }),
        series: shown.flatMap((series) => [
          {
            name: series.name, type: "line", data: series.marks.map((mark) => [mark.x, mark.median, mark.text]),
            symbol: shapes[series.number], symbolSize: ["REFERENCE", "LIMIT"].includes(series.kind) ? 4 : 8,
            itemStyle: series.kind === "PEER" ? { color: color("paper"), borderColor: hue(series), borderWidth: 2 } : { color: hue(series) },
            lineStyle: { color: hue(series), width: 2, type: dashes[series.kind] },
          },
          whiskers(series.marks, (pair) => pair, hue(series)),
          // The library makes room for points, and for no whiskers.
          { type: "scatter", symbolSize: 1, silent: true, itemStyle: { color: "transparent" }, data: series.marks.map((mark) => [mark.x, mark.max]) },
        ]),
      },
    };
  }

  function panel(figure, make, place) {
    const box = document.createElement("div");
    box.className = "plot";
    box.setAttribute("role", "img");
    box.setAttribute("aria-label", "Plot" + (place ? " for " + place : "") + "; the table below has its numbers");
    const frame = document.createElement("div");
    frame.className = "panel";
    if (place) {
      const title = document.createElement("p");
      title.className = "place";
      title.textContent = place;
      frame.append(title);
    }
    frame.append(box);
    figure.insertBefore(frame, figure.querySelector("figcaption"));
    drawn.push({ box, make, chart: null });
  }

  function draw(width) {
    for (const plot of drawn) {
      plot.box.style.width = width ? width + "px" : "";
      const { height, option } = plot.make(plot.box);
      plot.box.style.height = height + "px";
      if (plot.chart) {
        plot.chart.dispose();
      }
      plot.chart = echarts.init(plot.box, null, { renderer: "svg" });
      plot.chart.setOption(option);
    }
  }

  for (const figure of document.querySelectorAll("figure[data-plot]")) {
    const plot = plots[figure.dataset.plot];
    if (plot.kind === "NAMES") {
      plot.places.forEach((place, i) => panel(figure, (box) => bars(plot, place, box), plot.titles[i]));
    } else {
      panel(figure, (box) => lines(plot, box), "");
    }
  }
  draw();

  let drawnWidth = innerWidth;
  addEventListener("resize", () => {
    if (innerWidth !== drawnWidth) {
      drawnWidth = innerWidth;
      draw();
    }
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => draw());

  // Paper is light, as wide as a page, and cannot be unfolded.
  const folded = [];
  addEventListener("beforeprint", () => {
    document.documentElement.classList.add("print");
    for (const details of document.querySelectorAll("details:not([open])")) {
      details.open = true;
      folded.push(details);
    }
    draw(690);
  });
  addEventListener("afterprint", () => {
    document.documentElement.classList.remove("print");
    folded.splice(0).forEach((details) => { details.open = false; });
    draw();
  });

  for (const region of document.querySelectorAll(".scroll")) {
    if (region.scrollWidth <= region.clientWidth) {
      region.removeAttribute("tabindex");
    }
  }
})();
