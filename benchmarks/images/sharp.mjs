// sharp, called once for each size. Reads one job a line, `{"path", "folder"}`, and answers each with
// `{"cpu": seconds, "memory": bytes}`: of every thread for this job, and of the process at its peak so far.
// Each call decodes the file once and writes its size as AVIF and as WebP, with the settings given at the
// start. A job without a path is answered with the versions.
import { join } from "node:path";
import { createInterface } from "node:readline";
import sharp from "sharp";

const [master, ...steps] = JSON.parse(process.argv[2]);
sharp.concurrency(1);
sharp.cache(false);

async function makeSize(path, folder, { width, height, avif, webp }) {
  const { data, info } = await sharp(path)
    .autoOrient()
    .resize({ width, height, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  await sharp(data, { raw }).avif(avif).toFile(join(folder, `${width}.avif`));
  await sharp(data, { raw }).webp(webp).toFile(join(folder, `${width}.webp`));
  return info.width;
}

async function makeAll(path, folder) {
  const widest = await makeSize(path, folder, master);
  for (const step of steps) {
    if (step.width < widest) await makeSize(path, folder, step);
  }
}

async function answer({ path, folder }) {
  if (path === null) return sharp.versions;
  const before = process.cpuUsage();
  await makeAll(path, folder);
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1e6, memory: process.resourceUsage().maxRSS * 1024 };
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await answer(JSON.parse(line))));
}
