/** The pictures of the example: one simple drawing per scene, as SVG. */

export const WIDTH = 640;
export const HEIGHT = 360;

type Drawing = { sky: [string, string]; shapes: string };

const rect = (x: number, y: number, w: number, h: number, fill: string, extra = '') =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${extra}/>`;
const circle = (x: number, y: number, r: number, fill: string, extra = '') =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${extra}/>`;
const path = (d: string, fill: string, extra = '') => `<path d="${d}" fill="${fill}" ${extra}/>`;
const line = (d: string, stroke: string, width: number) =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round"/>`;

/** Houses along the horizon, with a church tower between them. */
function skyline(y: number, fill: string, window: string): string {
  const houses = [60, 44, 72, 52, 84, 48, 66, 56, 76, 46, 62, 70];
  const walls = houses.map((height, i) => {
    const x = i * 56 - 10;
    const roof = path(`M${x} ${y - height} l25 -22 l25 22 z`, fill);
    const windows = [0, 1].map((k) => rect(x + 10 + k * 20, y - height + 14, 9, 13, window)).join('');
    return roof + rect(x, y - height, 50, height, fill) + windows;
  });
  return walls.join('') + rect(352, y - 128, 22, 128, fill) + path(`M348 ${y - 126} l15 -62 l15 62 z`, fill);
}

function waves(y: number, colour: string): string {
  const row = (dy: number, shift: number) =>
    Array.from({ length: 9 }, (_, i) => `M${i * 80 - shift} ${y + dy} q20 -9 40 0`).join(' ');
  return line(`${row(22, 10)} ${row(52, 50)} ${row(84, 26)}`, colour, 3);
}

const ship = (x: number, y: number) =>
  path(`M${x} ${y} h190 l-28 38 h-140 z`, '#8c2f39') +
  rect(x + 40, y - 34, 92, 34, '#f4f1de') +
  [0, 1, 2].map((i) => circle(x + 58 + i * 28, y - 17, 7, '#577590')).join('') +
  rect(x + 86, y - 66, 22, 32, '#e07a5f');

const tree = (x: number, y: number, size: number) =>
  rect(x - size / 10, y - size * 0.5, size / 5, size * 0.5, '#6b4226') +
  circle(x, y - size * 0.75, size * 0.38, '#3a7d44') +
  circle(x - size * 0.25, y - size * 0.55, size * 0.27, '#489a54') +
  circle(x + size * 0.25, y - size * 0.55, size * 0.27, '#489a54');

const drawings: Record<string, Drawing> = {
  kitchen: {
    sky: ['#fff1d0', '#f6c28b'],
    shapes:
      rect(60, 46, 210, 150, '#bfe3f2') +
      circle(196, 108, 34, '#ffd166') +
      line('M165 46 v150 M60 121 h210', '#ffffff', 8) +
      rect(60, 46, 210, 150, 'none', 'stroke="#ffffff" stroke-width="10"') +
      rect(0, 250, WIDTH, 110, '#b5835a') +
      path('M400 200 h90 v36 a22 22 0 0 1 -22 22 h-46 a22 22 0 0 1 -22 -22 z', '#577590') +
      line('M490 210 a18 18 0 0 1 0 34', '#577590', 9) +
      line('M425 188 q8 -14 0 -28 M455 188 q8 -14 0 -28', '#ffffff', 4) +
      path('M250 256 a52 30 0 0 1 104 0 z', '#d9a05b') +
      rect(236, 256, 132, 9, '#ffffff'),
  },
  bridge: {
    sky: ['#a9def9', '#e4f6fd'],
    shapes:
      skyline(226, '#7d99b8', '#cfe3f5') +
      rect(0, 226, WIDTH, 134, '#4f9bc4') +
      waves(244, '#8cc4e0') +
      path('M0 206 h640 v88 h-60 a100 66 0 0 0 -200 0 h-120 a100 66 0 0 0 -200 0 h-60 z', '#9c6644') +
      line('M230 152 a26 26 0 1 0 .1 0 M330 152 a26 26 0 1 0 .1 0', '#22223b', 5) +
      line('M230 178 l34 -44 h46 l20 44 M264 134 l22 44 h-56 M256 126 h18 M310 134 l-6 -16 h16', '#c1121f', 5),
  },
  books: {
    sky: ['#f3e9dc', '#dcc5a8'],
    shapes: [0, 1, 2]
      .map((shelf) => {
        const colours = ['#bc4749', '#386641', '#33658a', '#f2a541', '#6a4c93', '#5f0f40', '#2a9d8f'];
        const books = Array.from({ length: 17 }, (_, i) => {
          const height = 52 + ((i * 7 + shelf * 5) % 4) * 6;
          return rect(48 + i * 32, 104 + shelf * 86 - height, 26, height, colours[(i * 3 + shelf) % 7] ?? '#33658a');
        });
        return books.join('') + rect(30, 104 + shelf * 86, 580, 12, '#7f5539');
      })
      .join(''),
  },
  harbour: {
    sky: ['#8ecae6', '#f1faee'],
    shapes:
      circle(540, 70, 36, '#ffd166') +
      skyline(232, '#a3b8c8', '#dfeaf2') +
      rect(0, 232, WIDTH, 128, '#3f88b5') +
      ship(130, 222) +
      waves(250, '#7db8d8') +
      line('M420 92 q14 -16 26 0 q14 -16 26 0 M300 60 q11 -13 21 0 q11 -13 21 0', '#ffffff', 5),
  },
  park: {
    sky: ['#8f9fb3', '#cfd8e0'],
    shapes:
      path('M0 250 q160 -40 320 0 t320 -6 v116 h-640 z', '#6a994e') +
      tree(150, 300, 210) +
      tree(500, 270, 150) +
      path(
        'M330 84 a34 34 0 0 1 60 -20 a40 40 0 0 1 74 16 a28 28 0 0 1 -6 55 h-116 a28 28 0 0 1 -12 -51 z',
        '#5c6b7d',
      ) +
      line(
        Array.from({ length: 10 }, (_, i) => `M${336 + i * 14} ${150 + (i % 3) * 22} l-8 26`).join(' '),
        '#3d6a99',
        3,
      ),
  },
  evening: {
    sky: ['#14213d', '#6d597a'],
    shapes:
      path('M540 44 a34 34 0 1 1 -30 50 a30 30 0 0 0 30 -50 z', '#fdf0d5') +
      [60, 140, 230, 320, 430, 600].map((x, i) => circle(x, 36 + ((i * 37) % 70), 2.4, '#ffffff')).join('') +
      skyline(252, '#22283f', '#ffd166') +
      rect(0, 252, WIDTH, 108, '#1b3a5c') +
      waves(266, '#47688c') +
      line('M130 286 v40 M242 290 v36 M354 286 v34', '#ffd166', 5),
  },
};

/**
 * The picture of a scene with its heading.
 * @throws Error when there is no drawing of that name
 */
export function drawScene(name: string, heading: string, time: string): string {
  const drawing = drawings[name];
  if (!drawing) throw new Error(`There is no drawing "${name}"; there are ${Object.keys(drawings).join(', ')}`);
  const [top, bottom] = drawing.sky;
  const text = (y: number, size: number, weight: string, content: string) =>
    `<text x="320" y="${y}" font-family="DejaVu Sans" font-size="${size}" font-weight="${weight}" text-anchor="middle" fill="#ffffff">${content}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient></defs>
<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#sky)"/>${drawing.shapes}
<rect y="296" width="${WIDTH}" height="64" fill="#10182b" fill-opacity="0.72"/>
${text(325, 25, 'bold', heading)}${text(348, 15, 'normal', time)}</svg>`;
}
