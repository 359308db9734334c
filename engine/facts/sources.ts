/**
 * Where numbers come from. Kinds: standard · measured · datasheet · claim · estimate.
 * A report numbers and lists only the sources that its rows used.
 */
export type SourceKind = "standard" | "measured" | "datasheet" | "claim" | "estimate";
export type Source = { readonly title: string; readonly kind: SourceKind };

export const sources = {
  "ai1-announcement": {
    title:
      "SpaceX, AI1 satellite announcement of 8 June 2026: 150 kW peak, 120 kW sustained, 250 W/m² array, 1,400 W/m² radiator, 70 m wingspan, 70 kW per tonne, about 600 km; quoted by agenticbrew.ai, peregrinations.xyz and techstoriess.com",
    kind: "claim",
  },
  "dawnline-reference": {
    title:
      "Dawnline's reference mission: AI1 as announced, one gigawatt of it as 18 planes × 463 in a local-time band of one hour",
    kind: "estimate",
  },
  "gb300-sheet": {
    title: "NVIDIA GB300 NVL72, dense rates and memory as tabulated by verda.com and glennklockwood.com",
    kind: "datasheet",
  },
  "gb300-mass": {
    title: "GB300 NVL72 rack mass 1.36 t: introl.com and leviathansystems.co, after The Register 2024",
    kind: "datasheet",
  },
  "gb300-power": {
    title:
      "GB300 NVL72 rack power: 120 kW introl.com and leviathansystems.co; 132 to 140 kW Supermicro and 136 kW Microsoft by ai-infrastructure.net; 142 kW manishklach",
    kind: "claim",
  },
  "rack-transient": {
    title: "Power swings of training racks up to 1.4 times the steady state: ai-infrastructure.net",
    kind: "claim",
  },
  "rubin-ultra-sheet": {
    title: "NVIDIA Rubin Ultra NVL576: Tom's Hardware table of 12 June 2025 (marketing says 15 EF, 600 kW)",
    kind: "claim",
  },
  "hopper-sheet": {
    title: "NVIDIA H100 and H200 SXM: dense rates, memory, NVLink 900 GB/s, 700 W (NVIDIA data sheets)",
    kind: "datasheet",
  },
  "mi355x-sheet": { title: "AMD Instinct MI355X: 10.1 PF FP4 dense, 288 GB, 8 TB/s, 1.4 kW", kind: "datasheet" },
  "helios-sheet": {
    title: "AMD Helios rack of 72 MI455X as tabulated by awesomeagents.ai: 2.9 EF FP4, 31 TB, 1.4 PB/s, 7,000 lb",
    kind: "claim",
  },
  "tpu-sheet": {
    title: "Google Cloud documentation of TPU v5e, v6e and TPU7x: rates, memory, inter-chip links",
    kind: "datasheet",
  },
  "tpu-power": {
    title: "Power of TPU chips is not published; estimated from memory and rate beside GPUs of the same year",
    kind: "estimate",
  },
  "power-as-rubin": { title: "Power not published; taken as a Vera Rubin rack's of the same year", kind: "estimate" },
  "mass-as-gb300": {
    title: "Mass not published; taken as 9.6 kg for each kilowatt of peak, which is a GB300 NVL72's 1.36 t at 142 kW",
    kind: "estimate",
  },
  "gb300-price": {
    title: "GB300 NVL72, 3 to 4 million dollars a rack: awesomeagents.ai, hardware page",
    kind: "estimate",
  },
  "gb200-sheet": { title: "NVIDIA GB200 NVL72: Tom's Hardware table of 12 June 2025", kind: "datasheet" },
  "vr200-sheet": {
    title: "NVIDIA VR200 NVL72 (NVL144): silicontales.com and hyper.ai; power 190 to 230 kW unofficial",
    kind: "claim",
  },
  "coolant-rubin": {
    title: "NVIDIA coolant supply limit of 45 °C, stated for Rubin: warptechlab.com quoting NVIDIA",
    kind: "claim",
  },
  "nasa-array": {
    title: "Mikulas et al., NASA NTRS 20150006022: flexible blanket arrays of 30 to 50 kW, about 150 W/kg and 40 kW/m³",
    kind: "measured",
  },
  "nasa-radiator": {
    title:
      "NASA state of the art, deployable radiators 4 to 7 kg/m²; ISS 14 to 17 kg/m² (ATCS overview), as collected by jman4162/spacedc-mdao",
    kind: "measured",
  },
  smad: {
    title: "Larson and Wertz, Space Mission Analysis and Design: power subsystem efficiencies and ageing",
    kind: "standard",
  },
  mccalip: {
    title:
      "A. McCalip, public orbital data-centre calculator, December 2025 revision: 22 $/W satellite, 500 $/kg launch, 2.5 % ageing a year, operations 1 % of hardware a year",
    kind: "estimate",
  },
  fortescue: {
    title:
      "Fortescue, Swinerd and Stark, Spacecraft Systems Engineering, Table 11.3: emissivity 0.83 to 0.92 for white paints",
    kind: "measured",
  },
  "earth-infrared": {
    title: "Earth's outgoing infrared, mean 237 W/m² (about 200 to 270): common value of thermal design",
    kind: "standard",
  },
  "coolant-tables": {
    title: "Specific heat and density of water, half glycol and ammonia near 40 °C: engineering tables",
    kind: "standard",
  },
  "hbm-limit": { title: "High-bandwidth memory throttles at 95 °C: manishklach", kind: "claim" },
  "suncatcher-dose": {
    title:
      "Google, Project Suncatcher: TPU v6e memory irregular above 2 krad(Si) under 67 MeV protons, no hard failure to 15 krad, 750 rad expected in five years",
    kind: "measured",
  },
  "fcc-five-years": { title: "FCC 22-74: disposal of satellites in low orbits within five years", kind: "standard" },
  "optical-case": {
    title:
      "Worked optical link of 33 dBm, 10 cm apertures and 7,000 km: −41.83 dBm received, 51 photons a bit at 10 Gb/s",
    kind: "standard",
  },
  "starlink-lasers": {
    title:
      "SpaceX at SPIE Photonics West 2024, by PCMag: 9,000 lasers of 100 Gb/s (up to 200), 266,141 acquisitions a day, 12 s the fastest, uptime above 99 %, the longest link 5,400 km",
    kind: "claim",
  },
  "suncatcher-links": {
    title:
      "Google, Project Suncatcher, second-hand: 24 channels through 10 cm and 5 W at 200 m, 9.6 to 12.8 Tb/s an aperture",
    kind: "claim",
  },
  "hall-thruster": {
    title: "Starlink V2 argon Hall thruster: 2,500 s, 50 %, 4.2 kW, 2.1 kg (Orbital Index 208 and S. Jurvetson)",
    kind: "claim",
  },
  "serving-measured": {
    title:
      "Measured decode rates against the plain roofline (SGLang on H100 and GB200, DeepSeek on H800): 0.20 to 0.29, range 0.15 to 0.6",
    kind: "measured",
  },
  "deepseek-v3": {
    title:
      "DeepSeek-V3/R1 architecture: 671 billion parameters, 37 active, 61 layers, 576 latent values a token and layer",
    kind: "standard",
  },
  "llama-31": {
    title: "Llama 3.1 model cards: 405B with 126 layers and 70B with 80 layers, 8 KV heads of 128",
    kind: "standard",
  },
  vehicles: {
    title:
      "Launch vehicles as quoted: Falcon 9 17.5 t reusable; Starship V2 35 t, V3 100 t, V4 200 t as a goal; payload volume 145 m³ and about 1,000 m³; before the sun-synchronous penalty of 10 to 25 %",
    kind: "claim",
  },
  "vallado-atmosphere": {
    title: "Vallado, Fundamentals of Astrodynamics, Table 8-4: exponential atmosphere",
    kind: "standard",
  },
  "shell-table": {
    title:
      "Bassa, Hainaut and Galadí-Enríquez, Astronomy & Astrophysics 657 (2022) A75, Table 1: shells of the large constellations as filed",
    kind: "claim",
  },
  "starlink-filings": {
    title:
      "SpaceX filings with the FCC, the modification of April 2020 (4,408) and Gen2 of 2020 (30,000), as tabulated by J. McDowell, planet4589.org",
    kind: "claim",
  },
  "oneweb-inclination": {
    title: "OneWeb's polar planes at 87.9°: general knowledge, the table of shells leaves it blank",
    kind: "claim",
  },
  "iridium-planes": {
    title: "Iridium: six planes of eleven at 780 km (Launchspace, August 1997, by satobs.org); 86.4° general knowledge",
    kind: "claim",
  },
  "iridium-crosslinks": {
    title:
      "Iridium: four crosslinks, to the satellites ahead and behind and in the two co-rotating planes beside (NAL Research, network reference)",
    kind: "claim",
  },
  "telesat-polar": {
    title: "Telesat's polar shell of 351 at 1,015 km, 27 planes of 13 at 98.98°, as simulated by Hypatia",
    kind: "claim",
  },
  "million-filing": {
    title:
      "SpaceX, FCC SAT-LOA-20260108-00016, filed 30 January 2026, accepted 4 February (DA 26-113): up to 1,000,000 satellites, 500 to 2,000 km, 30° and sun-synchronous, shells at most 50 km thick",
    kind: "claim",
  },
  "sunrise-filing": {
    title:
      "Blue Origin, Project Sunrise, filing second-hand: 51,600 satellites, sun-synchronous, 500 to 1,800 km, 300 to 1,000 a plane, planes 5 to 10 km apart in altitude",
    kind: "claim",
  },
  "suncatcher-cluster": {
    title:
      "Google, Project Suncatcher, second-hand: 81 satellites within 1 km, 650 km dawn-dusk, neighbours 100 to 200 m",
    kind: "claim",
  },
  "starcloud-paper": {
    title:
      "Starcloud white paper: panel of 20 °C, emissivity 0.92, 633 W/m² net; 5 GW on 4 × 4 km; 40 MW for ten years",
    kind: "claim",
  },
  "turyshev-node": {
    title: "S. Turyshev (JPL), doi:10.48577/jpl.HHDDG7: 1 MW of IT, 4,400 m² of array and 1,900 m² of radiator",
    kind: "claim",
  },
  "iss-wings": {
    title:
      "International Space Station: eight wings of 35 × 12 m, about 240 kW at beginning of life (general knowledge)",
    kind: "claim",
  },
  "starlink-v2-sheet": {
    title: "Starlink V2 mini: 27 kW, 116 m², 30 m, 740 kg (McCalip, Spaceflight Now, peregrinations.xyz)",
    kind: "claim",
  },
  "starlink-v3-sheet": {
    title: "Starlink V3: about 1.9 to 2 t, 54 to 60 a Starship, 60 m (r/spacex on SpaceX's 2024 progress report)",
    kind: "claim",
  },
  "fibre-stretch": {
    title:
      "Bozkurt and others, Dissecting Latency in the Internet's Fiber Infrastructure, arXiv:1811.10737: latency over great circle at light's speed in fibre, median 2.1 as measured, 1.3 along the shortest ways through laid conduits of the USA",
    kind: "measured",
  },
  "token-text": {
    title: "OpenAI, What are tokens and how to count them: one token is about four characters of English text",
    kind: "estimate",
  },
  "starlink-bandwidth": {
    title:
      "S. Pekhterev, The Bandwidth of the StarLink Constellation, SatMagazine, November 2021: 20 Gb/s a satellite, channels of 240 MHz",
    kind: "estimate",
  },
  "starlink-gateways": {
    title:
      "Starlink gateways: up to 40 antennas of 1.85 m a site, 8 Gen1 or 32 Gen2 satellites at once (theteslaspace)",
    kind: "claim",
  },
  "starlink-gateway-filings": {
    title:
      "SpaceX, FCC SES-LIC-INTR2019-00877 to -00882 of April 2019: gateways at six American towns; coordinates are the towns', to 0.1°",
    kind: "claim",
  },
  tbird: {
    title: "NASA and MIT Lincoln Laboratory, TBIRD, 2023: 200 Gb/s from low orbit to the ground, 4.8 TB in one pass",
    kind: "measured",
  },
  "optical-sites": {
    title:
      "Optical ground stations: eight Australasian sites clear 69 % of the time in the mean (DSTG); central Europe 30 %, the best 80 %; LCRD 59 to 69 % of sessions",
    kind: "measured",
  },
  "tenerife-nights": {
    title: "S. Cavazzani and V. Zitelli 2012, arXiv 1211.1520: 68.6 % of nights free of cloud at Izaña by GOES 12",
    kind: "measured",
  },
  "mlperf-v6": {
    title: "MLPerf Inference v6.0, DeepSeek-R1 offline: 2,494,310 tokens/s on 288 GB300",
    kind: "measured",
  },
  "engineering-estimate": {
    title: "Dawnline engineering estimate; the note says how it was reached",
    kind: "estimate",
  },
} as const satisfies Record<string, Source>;

export type SourceId = keyof typeof sources;
