const {createHash:xn}=process.getBuiltinModule("node:crypto");const {createHash:Bo}=process.getBuiltinModule("node:crypto");import{$5a as Ge,$5b as He,$5e as Ye}from"./chunk-verify.js";import{$ma as Ve}from"./chunk-verify.js";import{a as Ue,b as ze}from"./chunk-7MQJ2MXZ.js";import"./chunk-verify.js";import"./chunk-verify.js";import{$wa as Le}from"./chunk-verify.js";import"./chunk-verify.js";import{a as Ae}from"./chunk-YQRA6K2U.js";import{$4a as Ne,$4b as qe}from"./chunk-threads.js";import{$ec as Ie}from"./chunk-evidence-and-verify-and-threads.js";import{$da as Ce}from"./chunk-gate-and-evidence-and-verify-and-threads.js";import{$ma as Oe}from"./chunk-gate-and-evidence-and-cli.js";import{$aa as Me}from"./chunk-evidence.js";import{$ea as Pe}from"./chunk-gate-and-evidence-and-cli.js";import"./chunk-gate-and-evidence-and-cli.js";import{$aa as W}from"./chunk-gate-and-evidence-and-cli.js";import"./chunk-gate-and-evidence-and-cli.js";import"./chunk-gate-and-evidence-and-cli.js";import{$7b as Te}from"./chunk-evidence.js";import"./chunk-evidence.js";import"./chunk-evidence-and-verify-and-threads.js";import{$wa as $e}from"./chunk-gate-and-evidence.js";import"./chunk-gate-and-evidence.js";import"./chunk-gate-and-evidence.js";import"./chunk-gate-and-evidence.js";import"./chunk-gate-and-evidence-and-cli.js";import{$1b as E}from"./chunk-gate-and-evidence-and-cli.js";import"./chunk-cli-and-verify.js";import"./chunk-cli-and-verify.js";import"./chunk-cli-and-verify.js";import{$7b as _e}from"./chunk-cli-and-verify.js";import"./chunk-of-all.js";import{$6b as Se}from"./chunk-of-all.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import{$5a as Ee,$5b as V}from"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import{$1c as L}from"./chunk-of-all.js";import{$3a as We}from"./chunk-verify.js";import{$la as Be,$lb as Fe}from"./chunk-verify.js";import"./chunk-verify.js";import{$vc as je,$vd as Ke}from"./chunk-verify.js";import"./chunk-verify.js";import"./chunk-verify.js";import{$0a as De}from"./chunk-cli-and-verify.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-of-all.js";import{$go as Re,$gp as xe}from"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import{$0a as _}from"./chunk-of-all.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import{$4e as ke}from"./chunk-of-all.js";import{$ha as ve,$hb as be,$hc as we}from"./chunk-of-all.js";import"./chunk-of-all.js";function U({signedBy:e,byRunKey:r,platform:t}){return{signature:e.length===0?{kind:"unchecked"}:{kind:r?"run":"lasting",keys:e},platform:gt(t)}}function gt(e){switch(e.kind){case"none":return{kind:"none"};case"verified":{let{claims:r}=e;return{kind:"verified",repository:r.repository_id,workflow:r.job_workflow_ref,workflowCommit:r.job_workflow_sha,event:r.event_name,runner:r.runner_environment,run:r.run_id,attempt:r.run_attempt}}case"countersigned":{let{claims:r}=e;return{kind:"countersigned",repository:r.repository_id,workflowCommit:r.job_workflow_sha,event:r.event_name,runner:r.runner_environment,run:r.run_id,attempt:r.run_attempt}}case"unverified":case"absent":case"wrong":case"unreadable":return{kind:"unverified",why:Ne(e)}}}var ht={"run.intent":["head","run","attempt","expected_kinds","deadline"],"policy.decision":["decision","cause","error","provisional","subject","environment","rules","waivers","people","policy","configuration","input","answers"],"change.approval":["approvals","required","threads","tickets","checks"],"change.merged":["commit","method","pull_request","decision","pushed_by"],"change.bypass":["commit","tree","expected_tree","state","reason","exception","pull_request","pushed_by"],"scan.result":[],sbom:["artifact","format","format_version","component_count","document","built_from"],deployment:["environment","digest","decision","status"],"finding.acknowledged":[],"key.event":[],"issuer.keys":[],"input.refused":[],"record.refused":[]},yt=["event_time","run_id","run_attempt","outcome","facts","control_refs","related","kept_by","kept_days"];function Xe(e){if(e.kind==="unrecognised")return e;let{kind:r,subject:t,evidence:o,details:n}=e,a={kind:r,subject:t,evidence:Je(o,yt),details:Je(n,ht[r])};return vt(a)}function vt(e){if(e.kind!=="policy.decision")return e;let{details:r}=e;return{...e,details:{...r,answers:{...r.answers,items:[]}}}}var Je=(e,r)=>Object.fromEntries(Object.entries(e).filter(([t])=>r.includes(t)));function Ze(e,r,t){let{stream:o,slot:n,position:a,name:s,storedAt:l,digest:d,signedBy:c,byRunKey:m,platform:p}=e;return{placed:{stream:o,slot:n,position:a,name:s,storedAt:l,digest:d,signedBy:c,byRunKey:m,platform:p},record:Xe(r),slotDigest:t}}function y(e){return r=>r.record.kind===e}function h({placed:e,record:r}){return r.kind==="unrecognised"?e.storedAt:Date.parse(r.evidence.event_time)}function A({placed:e,slotDigest:r}){let{stream:t,name:o,digest:n,slot:a,position:s}=e,{signature:l,platform:d}=U(e);return{record:n,key:Re(t,o),stream:t,slot:a,position:s,slotDigest:r,signature:l,platform:d}}function Qe(e){let{record:r}=e;return r.kind==="unrecognised"?{kind:`not recognised: ${r.predicateType}`,at:h(e),outcome:null,proof:A(e)}:{kind:r.kind,at:h(e),outcome:bt[r.evidence.outcome],proof:A(e)}}var bt={pass:"passed",fail:"failed",error:"ended in an error",skipped:"skipped",bypassed:"bypassed",n_a:"nothing was judged"};function er(e){return e.flatMap(({change:t,evidence:o})=>o.filter(y("change.approval")).flatMap(({record:n})=>n.details.approvals.map(({id:a,roles:s,state:l,at:d,commit:c,counted:m})=>({person:a,roles:s,state:`${wt[l]}${l==="approved"&&!m?", did not count":""}`,counted:m,at:Date.parse(d),commit:c,change:{title:t.title,anchor:t.anchor}})))).sort((t,o)=>t.at-o.at)}var wt={approved:"approved",changes_requested:"asked for changes",commented:"commented",dismissed:"dismissed",pending:"not submitted"};function I(e,r){let t=new Map;for(let o of e){let n=r(o),a=t.get(n);a===void 0?t.set(n,[o]):a.push(o)}return t}function rr(e){let r=new Set(e.filter(y("policy.decision")).flatMap(B)),t=e.flatMap((n,a)=>z(n).map(s=>({tie:s,entry:n,index:a}))),o=I(t,({tie:n})=>n);return n=>{let a=ne(n).flatMap(l=>o.get(l)??[]);return[...new Map(a.map(({entry:l,index:d})=>[d,l]))].sort(([l],[d])=>l-d).flatMap(([,l])=>kt(l,n,r)?[l]:[])}}function z({placed:e,record:r}){if(r.kind==="unrecognised"||r.kind==="policy.decision")return[e.digest];let t=r.kind==="sbom"?r.details.built_from?.commit:void 0,o=r.kind==="deployment"||r.kind==="change.merged"?r.details.decision:null;return[e.digest,...t===void 0?[]:[t],...o===null?[]:[`of ${o}`],...G(r)]}function ne(e){let{placed:r,record:t}=e,{head:o,landed:n}=t.details.subject;return[r.digest,`of ${r.digest}`,...B(e),o,...n===null?[]:[n],...G(t)]}var G=({evidence:e})=>e.run_id===null?[]:[ie(e.run_id,e.run_attempt)],ie=(e,r)=>`run ${e} ${r}`,B=({record:e})=>e.evidence.related.filter(({rel:r})=>r==="fact").map(({digest:r})=>r);function kt({placed:e,record:r},t,o){let{placed:n,record:a}=t;if(e.digest===n.digest)return!0;if(r.kind==="unrecognised"||e.stream!==n.stream||r.kind==="policy.decision")return!1;if(o.has(e.digest))return B(t).includes(e.digest);let{head:s,landed:l}=a.details.subject;if(r.kind==="sbom"&&[s,l].includes(r.details.built_from?.commit??""))return a.details.decision==="allow";if((r.kind==="deployment"||r.kind==="change.merged")&&r.details.decision===n.digest)return!0;let{run_id:d,run_attempt:c}=r.evidence;return d!==null&&d===a.evidence.run_id&&c===a.evidence.run_attempt}var tr={pull_request:"Pull request",merge_group:"Merge group",push:"Push",deployment:"Deployment"};function or(e){let r=I(e,$t);return new Map([...r.values()].flatMap(t=>t.map((o,n)=>[o,Rt(o,n,t.length)])))}function $t({record:e}){let{kind:r,repository:t,number:o,head:n}=e.details.subject;return JSON.stringify([r,t,o??n])}function Rt({record:e},r,t){let{kind:o,number:n}=e.details.subject,a=n===null?tr[o]:`${tr[o]} ${n}`;return t<2?a:`${a}, decision ${r+1} of ${t}`}var T=({sha256:e,length:r})=>`[text ${ke(e).slice(0,12)}, ${r} bytes]`;function nr({environment:e}){if(e===null)return null;let{name:r,approvals:t}=e;return{name:typeof r=="string"?r:T(r),requiredReviewers:e.required_reviewers,preventSelfReview:e.prevent_self_review,adminsBypass:e.admins_bypass,waitMinutes:e.wait_minutes,branches:e.branches,approvals:t.known?L(t.value.map(xt)):t,decision:e.decision,deployer:e.deployer,triggeredBy:e.triggered_by}}var xt=({id:e,state:r,not_before:t,not_after:o})=>({person:e,state:r,after:Date.parse(t),before:Date.parse(o)});function ir(e,r){return Object.fromEntries(Object.entries(e).map(([t,o])=>[t,St(o,r)]))}function St(e,r){return typeof e=="string"?r.get(e)??e:typeof e=="boolean"?e?"yes":"no":typeof e!="object"?e:T(e)}function sr(e){let r=e.find(y("change.approval"));if(r===void 0)return null;let{approvals:t,required:o,threads:n,tickets:a,checks:s}=r.record.details;return{counted:t.filter(({counted:l})=>l).length,asked:{minimum:o.minimum,roles:o.roles},class:o.class,elevated:o.elevated,threads:n,tickets:ar(a,l=>l.map(T)),checks:ar(s,l=>l.map(({name:d,app_id:c,workflow:m,commit:p,conclusion:k,attempt:w})=>({name:T(d),app:c,workflow:m===null?null:T(m),commit:p,conclusion:k,attempt:w})))}}var ar=(e,r)=>e.known?L(r(e.value)):e;function dr(e,r,t){let o=e.filter(y("policy.decision")),n=or(o),a=rr(r);return o.map((s,l)=>{let d=a(s),c=Mt(s,{anchor:`change-${l+1}`,title:n.get(s)??""},d,t);return{decided:s,evidence:d,change:c}})}function Mt(e,r,t,o){let{details:n,evidence:a}=e.record;return{...r,commit:n.subject.head,base:n.subject.base,decidedAt:h(e),outcome:n.provisional?"provisional":n.decision,cause:n.cause,error:n.error===null?null:n.error.code,facts:a.facts,answers:{total:n.answers.total,areKept:n.answers.document!==null},rules:n.rules.map(s=>Ot(s,e,o)).sort(Pt),review:sr(t),environment:nr(n),evidence:t.map(Qe),retentionYears:n.configuration.retention_years,policy:n.policy.sha256,input:n.input.sha256}}var lr=["fail","unknown","waived","pass","not_applicable"],Pt=(e,r)=>lr.indexOf(e.status)-lr.indexOf(r.status);function Ot(e,{record:r},t){let{id:o,status:n,mode:a,exception:s,controls:l,reasons:d}=e,c=new Map(r.details.people.map(p=>[p.label,Ct(p.id)])),m=r.details.waivers.find(p=>p.exception===s&&p.rule===o);return{id:o,title:t.rules.find(p=>p.id===o)?.title??"a rule of an older or newer policy",status:n,mode:a,controls:l,reasons:d.map(({code:p,params:k})=>Oe(t,o,{code:p,params:ir(k,c)})),exception:s===null||m===void 0?s:`${s}, ${_(m.days_left,"day")} left`}}var Ct=e=>e.replace(/^person:([0-9a-f]{12})[0-9a-f]*$/,"person $1");function cr(e,r){let t=e.flatMap(n=>n.rules.flatMap(a=>a.controls.map(s=>({id:s,rule:a}))));return[...new Set(t.map(({id:n})=>n))].filter(n=>r===null||n===r).sort(Tt).map(n=>{let a=t.filter(l=>l.id===n).map(({rule:l})=>l),s=l=>a.filter(d=>d.status===l).length;return{control:n,title:W(n)?.title??null,rules:[...new Set(a.map(l=>l.id))].sort(),passed:s("pass"),failed:s("fail"),waived:s("waived"),unknown:s("unknown"),notApplicable:s("not_applicable")}})}var Et=new Intl.Collator("en",{numeric:!0}),Tt=(e,r)=>Et.compare(e,r);function pr(e,r){let t=new Map([...r].reverse().map(({decided:n,change:a})=>[n.placed.digest,a.anchor]));return e.flatMap(n=>y("change.merged")(n)?[Dt(n,t)]:y("change.bypass")(n)?[_t(n)]:[]).sort((n,a)=>n.at-a.at).map((n,a)=>({...n,anchor:`landing-${a+1}`}))}function Dt(e,r){let{commit:t,method:o,pull_request:n,decision:a,pushed_by:s}=e.record.details;return{...mr(e),commit:t,state:"merged",how:At[o],pullRequest:n,change:r.get(a)??null,exception:null,pushedBy:s}}function _t(e){let{commit:r,state:t,reason:o,exception:n,pull_request:a,pushed_by:s}=e.record.details;return{...mr(e),commit:r,state:t,how:ae(o),pullRequest:a,change:null,exception:n,pushedBy:s}}var mr=e=>({at:h(e),facts:e.record.evidence.facts,proof:A(e)}),At={"squash-or-rebase":"squashed or rebased, one commit",rebase:"rebased",merge:"merge commit","merge-group":"merge queue"},ae=e=>It.get(e)??`${e}, a reason of another version`,It=new Map(Object.entries({...Ue,...ze}));function ur(e,r){let t=new Map([...r].reverse().map(({proof:o,anchor:n})=>[o.record,n]));return e.filter(y("change.bypass")).map(o=>Nt(o,t.get(o.placed.digest)??null))}function Nt(e,r){let{evidence:t,details:o}=e.record,{commit:n,reason:a,state:s,exception:l,pull_request:d,pushed_by:c}=o,m=d===null?`Commit ${n.slice(0,12)}`:`Pull request ${d}`;return{kind:s==="excepted"?"exception-used":"bypass",title:s==="excepted"?`${l} covers a bypass: ${m}`:`${m} ${qt[s]}`,details:[`${a}: ${ae(a)}`,`commit ${n}, tree ${o.tree}`,...o.expected_tree===null?[]:[`expected tree ${o.expected_tree}`],...c===null?[]:[`pushed by ${c}`]],at:h(e),controls:t.control_refs.map(p=>p.slice(p.indexOf("/")+1)),anchor:r}}var qt={bypass:"reached a protected branch past the gate",unverified:"could not be verified after it landed"};function fr(e,r,t){let o=jt(r);return e.filter(y("run.intent")).flatMap(n=>Bt(n,o,t))}function Bt(e,r,t){let{run:o,attempt:n,head:a,expected_kinds:s,deadline:l}=e.record.details;if(Date.parse(l)>t)return[];let d=r.get(gr(o,n)),c=qe(s).filter(m=>d?.has(m)!==!0);return c.length===0?[]:[{kind:"missing-result",title:`Run ${o}, attempt ${n}, announced what it never wrote`,details:[`missing: ${c.join(", ")}`,`commit ${a}`],at:h(e),controls:[],anchor:null}]}function jt(e){let r=new Map;for(let{record:t}of e){if(t.kind==="unrecognised"||t.evidence.run_id===null)continue;let o=gr(t.evidence.run_id,t.evidence.run_attempt);r.set(o,(r.get(o)??new Set).add(t.kind))}return r}var gr=(e,r)=>`${e} ${r}`;function hr(e){let r=e.filter(({platform:{kind:o}})=>o!=="verified"&&o!=="countersigned");if(r.length===0||r.length===e.length)return[];let t=r.reduce((o,{records:n})=>o+n,0);return[{kind:"unsigned-by-platform",title:`${t} ${t===1?"record is":"records are"} unsigned by the platform, beside others that it vouches for`,details:r.map(({platform:o,records:n})=>`${n}: ${o.kind==="unverified"?o.why:Kt}`),at:null,controls:[],anchor:"writers"}]}var Kt="the record says itself that no platform vouches for it";var Ft=["verification","bypass","error","denied","deployment","exception-expired","missing-result","exception-used","warned","unsigned-by-platform","unrecognised","facts-given"];function yr({verification:e,changes:r,landings:t,writers:o,shown:n,all:a,until:s}){let{shown:l,more:d}=Ve(e.findings.filter(Lt)),c=[...l.map(Wt),...d.map(Vt),...ur(n,t),...r.flatMap(Ut),...n.filter(y("deployment")).flatMap(zt),...fr(n,a,s),...hr(o),...Gt(n),...Ht(n)],m=p=>Ft.indexOf(p.kind);return c.sort((p,k)=>m(p)-m(k)||(p.at??1/0)-(k.at??1/0))}var Lt=({kind:e})=>e!=="pending"&&e!=="duplicate"&&e!=="unanswered";function Wt(e){let{kind:r,key:t,detail:o,acknowledged:n}=e;return{kind:"verification",title:`${r}: ${Le(e)}`,details:[o,t,...n===null?[]:[`acknowledged: ${n.reason}`]],at:null,controls:[],anchor:null}}var Vt=({kind:e,code:r,count:t})=>({kind:"verification",title:`${e}: ${t} more of ${r}`,details:['"proofrail verify --json" lists every one'],at:null,controls:[],anchor:null,standsFor:t});function Ut({change:e,decided:r}){let t={at:e.decidedAt,anchor:e.anchor},o=e.rules.filter(({status:l})=>E(l)),n=o.filter(({mode:l})=>l==="enforce"),a=o.filter(({mode:l})=>l!=="enforce"),s=e.rules.filter(({id:l,status:d})=>l==="exceptions.validity"&&d==="fail");return[...e.outcome==="deny"?[{...t,kind:e.cause==="error"?"error":"denied",title:e.title,...se(n,e.error)}]:[],...s.length===0?[]:[{...t,kind:"exception-expired",title:`${e.title}: an exception did not hold`,...se(s)}],...a.length===0?[]:[{...t,kind:"warned",title:`${e.title}: failed, and did not stand in the way`,...se(a)}],...r.record.details.waivers.map(({exception:l,rule:d,days_left:c})=>({...t,kind:"exception-used",title:`${l} waives ${d}`,details:[`used for ${e.title}; ${c} ${c===1?"day was":"days were"} left`],controls:e.rules.find(({id:m})=>m===d)?.controls??[]}))]}function se(e,r=null){return{details:[...r===null?[]:[r],...e.flatMap(({id:t,status:o,reasons:n})=>(n.length===0?[o]:n).map(a=>`${t}: ${a}`))],controls:[...new Set(e.flatMap(({controls:t})=>t))]}}function zt(e){let{environment:r,digest:t,status:o}=e.record.details;return o!=="refused"&&o!=="failed"&&o!=="cancelled"?[]:[{kind:o==="refused"?"denied":"deployment",title:`Deployment to ${r} ${o}`,details:[t],at:h(e),controls:[],anchor:null}]}function Gt(e){let r=e.filter(y("unrecognised"));if(r.length===0)return[];let t=[...new Set(r.map(({record:n})=>n.predicateType))];return[{kind:"unrecognised",title:`${r.length} ${r.length===1?"record":"records"} of a kind that this version cannot read`,details:t,at:null,controls:[],anchor:null}]}function Ht(e){let r=e.filter(({record:o})=>o.kind!=="unrecognised"&&o.evidence.facts==="given").length;return r===0?[]:[{kind:"facts-given",title:`${r} ${r===1?"record rests":"records rest"} on facts that were handed over in a file`,details:["facts given, not read: nobody asked the platform itself whether they are true"],at:null,controls:[],anchor:null}]}var Yt="artifact",Jt={cyclonedx:"CycloneDX",spdx:"SPDX"};function vr(e,r){let t=I(e.filter(y("sbom")),({record:s})=>s.details.artifact),o=e.filter(y("deployment")).sort((s,l)=>h(s)-h(l)),n=I(o,({record:s})=>s.details.digest),a=Zt(r);return[...new Set([...t.keys(),...n.keys()])].map((s,l)=>{let d=t.get(s)??[],c=n.get(s)??[],m=[...d,...c].flatMap(({record:p})=>p.subject.flatMap(({name:k})=>k===void 0||k===Yt?[]:[k]));return{anchor:`image-${l+1}`,digest:s,names:[...new Set(m)],sboms:d.map(p=>{let{format:k,format_version:w,component_count:C,document:N}=p.record.details;return{format:`${Jt[k]} ${w}`,components:C,document:N,at:h(p),proof:A(p)}}),commits:Xt(d,a),deployments:c.map(p=>{let{environment:k,status:w}=p.record.details;return{environment:k,outcome:w,at:h(p),proof:A(p)}})}})}function Xt(e,r){return[...new Map(e.flatMap(({record:o})=>o.details.built_from===null?[]:[[o.details.built_from.commit,o.details.built_from.claimed_by]]))].map(([o,n])=>({commit:o,saidBy:`claimed by ${n}`,change:r.get(o)??null}))}function Zt(e){return new Map(e.flatMap(({change:r,decided:t})=>{let{head:o,landed:n}=t.record.details.subject;return r.outcome!=="allow"?[]:[o,n].flatMap(a=>a===null?[]:[[a,r.anchor]])}))}function kr(e){let r=new Map;for(let o of e){let{signature:n,platform:a}=U(o.placed),s={platform:eo(a),signature:n.kind},l=JSON.stringify(s),d=r.get(l)??{...s,runs:new Set,records:0},c=ro(o,a);c!==null&&d.runs.add(c),d.records+=1,r.set(l,d)}return[...r.values()].map(o=>({...o,runs:[...o.runs]})).sort((o,n)=>br(o)-br(n)||n.records-o.records)}var Qt=["verified","countersigned","unverified","none"],br=({platform:e})=>Qt.indexOf(e.kind);function eo(e){if(e.kind==="countersigned"){let{kind:l,repository:d,workflowCommit:c,event:m,runner:p}=e;return{kind:l,repository:d,workflowCommit:c,event:m,runner:p}}if(e.kind!=="verified")return e;let{kind:r,repository:t,workflow:o,workflowCommit:n,event:a,runner:s}=e;return{kind:r,repository:t,workflow:o,workflowCommit:n,event:a,runner:s}}function ro({record:e},r){return r.kind==="verified"||r.kind==="countersigned"?wr(r):e.kind==="unrecognised"||e.evidence.run_id===null?null:wr({run:e.evidence.run_id,attempt:String(e.evidence.run_attempt??1)})}var wr=({run:e,attempt:r})=>r==="1"?e:`${e}, attempt ${r}`;function xr({records:e,rest:r},t,o,{control:n,stream:a,from:s,to:l}={},d={locked:null,again:[]}){let c=e.filter(b=>h(b)>=(s??-1/0)&&h(b)<(l??1/0)),m=dr(c,e,o),p=n===void 0?m:m.flatMap(b=>to(b,n)),k=new Set(p.flatMap(({evidence:b})=>b.map(({placed:F})=>F.digest))),w=n===void 0?c:c.filter(b=>oo(b,n,k)),C=w.map(h),N=er(p),K=pr(w,p),oe=kr(w),mt={ledger:t.ledger,assurance:t.assurance,streams:t.streams.map(({stream:b})=>b),control:n??null,stream:a??null,asked:{from:s??null,to:l??null},covered:C.length===0?null:{from:C.reduce(no),to:C.reduce(Rr)},recordsShown:w.length,recordsInLedger:e.length+r.records,facts:{read:$r(w,"read"),given:$r(w,"given")},notRetained:[...new Set(w.flatMap(({record:b})=>Me(b)??[]))],vouchedFor:oe.reduce((b,{platform:F,records:ft})=>b+(F.kind==="verified"||F.kind==="countersigned"?ft:0),0)},ut=Math.min(l??1/0,e.map(h).reduce(Rr,r.newest));return{scope:mt,verification:{...so(t),...d},deviations:yr({verification:t,changes:p,landings:K,writers:oe,shown:w,all:e,until:ut}),changes:p.map(({change:b})=>b),landings:K,images:vr(w,p),approvals:N,coverage:cr(p.map(({change:b})=>b),n??null),writers:oe,people:new Set(N.filter(({counted:b})=>b).map(({person:b})=>b)).size}}function to(e,r){let t=e.change.rules.filter(({controls:o})=>o.includes(r));return t.length===0&&e.change.cause==="rules"?[]:[{...e,change:{...e.change,rules:t}}]}function oo({placed:e,record:r},t,o){return o.has(e.digest)?!0:r.kind!=="unrecognised"&&r.evidence.control_refs.some(n=>n.endsWith(`/${t}`))}var $r=(e,r)=>e.filter(({record:t})=>t.kind!=="unrecognised"&&t.evidence.facts===r).length,no=(e,r)=>Math.min(e,r),Rr=(e,r)=>Math.max(e,r),io={allow:"verified",deny:"tampered",invalid:"nothing-checked",unavailable:"unavailable",tampered:"tampered"};function ao({outcome:e,trust:r,findings:t}){return e==="allow"&&r.kind==="none"?"consistent":e==="tampered"&&Ge(t)?"short":io[e]}function so(e){let{trust:r,receipts:t,order:o,streams:n}=e;return{outcome:ao(e),trusted:r.kind!=="none",receipts:t,trust:Ie(r),order:o,streams:n.map(a=>({stream:a.stream,slots:a.slots,records:a.verified+a.consistent,newest:a.newest===null?null:Date.parse(a.newest),states:Ee.filter(s=>a[s]>0).map(s=>`${a[s]} ${s}`)}))}}var q=e=>e.reduce((r,{standsFor:t=1})=>r+t,0);function Sr(e){return e.replace(lo,r=>co[r]??`\\u{${(r.codePointAt(0)??0).toString(16)}}`)}var lo=/[&<>"'`]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,co={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;","`":"&#96;"};var O=class e{#e;constructor(...r){this.#e=r}get text(){return[...this.pieces()].join("")}*pieces(){for(let r of this.#e)if(typeof r=="string")yield r;else for(let t of r.parts())for(let o of le(t))yield*new e(o).pieces()}get chunks(){return this.#e}},H=class{parts;constructor(r){this.parts=r}},P=(e,r)=>new H(function*(){for(let t of e)yield new O(r(t).text)});function i(e,...r){return new O(...po(e.flatMap((t,o)=>[...le(r[o-1]??null),t])))}function po(e){let r=[];for(let t of e){let o=r.at(-1);typeof t=="string"&&typeof o=="string"?r[r.length-1]=o+t:r.push(t)}return r}function le(e){return e===null?[]:e instanceof O?e.chunks:e instanceof H?[e]:typeof e=="object"?e.flatMap(le):[Sr(String(e))]}var $=e=>i`<code class="whole">${e}</code>`;function R(e){let r=e.slice(e.indexOf(":")+1);return r.length<=12?i`<code>${r}</code>`:i`<code title="${e}">${r.slice(0,12)}</code>`}var D=e=>e.startsWith("person:")?R(e):i`<code>${e}</code>`;function S(e,r,t){return i`<table role="table">
    <caption>
      ${e}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${r.map(o=>i`<th role="columnheader" scope="col" ${de(o)}>${o.head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${P(t,o=>i`<tr role="row">
            ${r.map(n=>mo(n,o))}
          </tr> `)}
    </tbody>
  </table>`}function mo(e,r){let t=e.head,o=i`<span class="value">${e.cell(r)}</span>`;return e.names===!0?i`<th role="rowheader" scope="row" data-label="${t}" ${de(e)}>${o}</th>`:i`<td role="cell" data-label="${t}" ${de(e)}>${o}</td>`}var de=e=>e.numeric===!0?i` class="number"`:null;function v(e){return i`<time datetime="${new Date(e).toISOString()}">${Ce(e)}</time>`}function x({id:e,title:r,lead:t,body:o}){return i`<section id="${e}" aria-labelledby="${e}-title">
    <h2 id="${e}-title">${r}</h2>
    <p class="lead">${t}</p>
    ${o}
  </section> `}function Mr({approvals:e}){return x({id:"approvals",title:"Approvals",lead:e.length===0?"No approval is among the records shown.":'People appear under keyed pseudonyms: the same one is the same person within this ledger. Names are resolved outside it, for sampled rows only: "proofrail person show" takes what stands here.',body:e.length===0?null:S("Approvals, in order of time",uo,e)})}var uo=[{head:"Person",names:!0,cell:e=>D(e.person)},{head:"Roles then",cell:e=>e.roles.length===0?"none":e.roles.join(", ")},{head:"Review",cell:e=>e.state},{head:"Time",cell:e=>v(e.at)},{head:"On commit",cell:e=>e.commit===null?"not stated":R(e.commit)},{head:"Change",cell:e=>e.change.anchor===null?e.change.title:i`<a href="#${e.change.anchor}">${e.change.title}</a>`}];function f(e,r,t=`${r}s`){return`${e===0?"no":e.toLocaleString("en-GB")} ${e===1?r:t}`}var u=(e,r)=>i`<div>
    <dt>${e}</dt>
    <dd>${r}</dd>
  </div>`;var M=(e,r)=>e.known?r(e.value):i`<span class="absent">not known: ${fo[e.why]}</span>`,fo={absent:"there was nothing to read",forbidden:"the token was not allowed to read it",truncated:"the platform did not give all of it",moved:"it changed while it was read",producer:"it is not known who made it",pending:"it had not come yet",stale:"it was about something older",unusable:"what was read could not be used"};function Pr(e){let{name:r,approvals:t}=e;return i`<details>
    <summary>Environment: ${r}</summary>
    <dl class="facts">
      ${u("Reviewers",M(e.requiredReviewers,o=>`${f(o,"reviewer")} required`))}
      ${u("Self-review",M(e.preventSelfReview,o=>o?"prevented":"possible"))}
      ${u("Admins",M(e.adminsBypass,o=>o?"can bypass the protection":"cannot bypass the protection"))}
      ${u("Waiting",M(e.waitMinutes,o=>f(o,"minute")))}
      ${u("Branches",M(e.branches,o=>go[o]??o))}
      ${u("Gate before",M(e.decision,({conclusion:o,commit:n,run:a})=>i`${o} on ${R(n)}, run ${a}`))}
      ${u("Deployer",M(e.deployer,D))}
      ${u("Started by",M(e.triggeredBy,D))}
      ${u("Approvals",M(t,ho))}
    </dl>
  </details>`}var go={protected:"protected branches only",custom:"branches by a list of its own",all:"every branch may deploy"},ho=e=>e.length===0?i`<span class="absent">none</span>`:e.map(({person:r,state:t,after:o,before:n})=>i`<p>
            ${D(r)} ${t}, between ${v(o)} and ${v(n)}
            <span class="quiet">derived: the platform gives no time</span>
          </p>`);var yo={good:"\u2713",bad:"\u2715",caution:"\u25B2",quiet:"\u2013"};function g(e,r){return i`<span class="mark ${e}"><span class="shape" aria-hidden="true">${yo[e]}</span>${r}</span>`}function Y({outcome:e,cause:r}){switch(e){case"allow":return g("good","Allowed");case"provisional":return g("caution","Provisional");case"deny":return g("bad",r==="error"?"Denied: the engine failed":"Denied")}}function Or(e){let r=e.map((t,o)=>({change:t,number:o+1}));return S(`Population: ${f(e.length,"decision")}, oldest first`,vo,r)}var vo=[{head:"No.",numeric:!0,cell:({number:e})=>e},{head:"Decided",cell:({change:e})=>v(e.decidedAt)},{head:"Change",names:!0,cell:({change:e})=>i`<a href="#${e.anchor}">${e.title}</a>`},{head:"Commit",cell:({change:e})=>R(e.commit)},{head:"Outcome",cell:({change:e})=>Y(e)},{head:"Rules broken",numeric:!0,cell:({change:e})=>bo(e)}],bo=({rules:e})=>e.filter(({status:r})=>E(r)).length;var ce="unsigned by the platform";function Cr(e){switch(e.kind){case"verified":return i`repository ${e.repository}, run ${e.run}, attempt ${e.attempt}, ${e.event}, ${e.runner}<br />${$(e.workflow)}`;case"countersigned":return i`repository ${e.repository}, run ${e.run}, attempt ${e.attempt}, ${e.event}, ${e.runner}<br /><span
          class="quiet"
          >the token is erased, countersigned by the sealer</span
        >`;case"unverified":return pe(e.why);case"none":return i`<span class="absent">${ce}: the record says so itself</span>`}}var pe=e=>i`${g("caution","not proven")} there is a receipt, and nothing proves it: <code>${e}</code>`;var wo=new O(`
`);function j(e){let{record:r,stream:t,slot:o,position:n}=e;return i`<dl class="proof">
    ${u("Record",$(r))}${u("Place",`stream ${t}, slot ${o}, position ${n}`)}${_r([e])}
  </dl>`}var Dr=e=>i`<dl class="proof">${_r(e)}</dl>`,_r=e=>[u("Signed by",Er(e,({signature:r})=>ko(r))),u("Platform",Er(e,({platform:r})=>Cr(r))),u("By hand",$o(e))];function Er(e,r){let t=new Map;for(let n of e){let a=r(n),s=t.get(a.text)??{said:a,records:[]};t.set(a.text,s),s.records.push(i`${R(n.record)} `)}let o=[...t.values()];return o.length===1?o.map(({said:n})=>n):o.map(({said:n,records:a})=>i`<p>${a}<br />${n}</p>`)}function ko(e){if(e.kind==="unchecked")return i`<span class="absent">not checked: no trust file</span>`;let r=e.keys.map(t=>$(t));return e.kind==="run"?i`${r} <span class="quiet">a key that lived for one run</span>`:i`${r}`}function $o(e){let r=e.flatMap(({stream:n,slot:a,slotDigest:s})=>s===null?[]:[Tr(s,xe(n,a))]),o=["sha256sum --check <<'END'",...new Set([...e.map(({record:n,key:a})=>Tr(n,a)),...r]),"END"].flatMap(n=>[n,wo]);return i`<pre><code>${o.slice(0,-1)}</code></pre>`}var Tr=(e,r)=>`${e.slice(e.indexOf(":")+1)}  ${r}`;function Ar(e){let{threads:r,tickets:t,checks:o}=e,n=r.known&&r.value.resolved<r.value.total;return i`<details${n?" open":""}>
    <summary>Review: ${Ro(e)}</summary>
    <dl class="facts">
      ${u("Asked",`${Ir(e.asked)}; ${f(e.counted,"approval")} counted`)}
      ${u("Class",xo(e))}
      ${u("Threads",M(r,So))}
      ${u("Tickets",M(t,Mo))}
      ${o.known&&o.value.length>0?null:u("Checks",M(o,()=>"none reported"))}
    </dl>
    ${o.known&&o.value.length>0?S("Checks of this change, and who made each",Po,o.value):null}
  </details>`}function Ro({counted:e,threads:r,tickets:t}){return[f(e,"approval"),r.known?`${r.value.resolved} of ${f(r.value.total,"thread")} resolved`:"threads not known",t.known?f(t.value.length,"ticket"):"tickets not known"].join(", ")}var Ir=({minimum:e,roles:r})=>`${f(e,"approval")}${r.length===0?"":`, of which one each from ${r.join(", ")}`}`;function xo({class:e,elevated:r}){if(e==="ordinary")return"ordinary: it leaves the gate itself alone";let t=r===null?"the registry asks for no more than of any change":`needs ${Ir(r)}`;return e==="elevated"?i`${g("caution","elevated")} it touches the gate itself; ${t}`:i`${g("bad","unknown")} nobody read all its files; ${t}`}function So({total:e,resolved:r,security:t}){let o=t===0?"":`; ${t} marked security`;return e===0?"none":`${f(e,"thread")}, ${r} resolved${o}`}var Mo=e=>e.length===0?i`<span class="absent">none linked</span>`:e.map(r=>i`<code class="rule">${r}</code>`),Po=[{head:"Check",names:!0,cell:e=>i`<code>${e.name}</code>`},{head:"Ended in",cell:e=>e.conclusion.replaceAll("_"," ")},{head:"Made by",cell:e=>i`app
      ${e.app}${e.workflow===null?i`<br /><span class="quiet">no workflow</span>`:i`<br /><code>${e.workflow}</code>`}`},{head:"On commit",cell:e=>R(e.commit)},{head:"Attempt",numeric:!0,cell:e=>e.attempt}];function qr(e){let r=e.filter(Nr),t=e.filter(o=>!Nr(o));return r.length===0?Br(t):i`${S("Rules that failed, were unknown, were waived or give a reason",Do,r)}${t.length===0?null:Oo(t)}`}var Oo=e=>i`<details>
    <summary>The others: ${me(e)}</summary>
    ${Br(e)}
  </details>`,Nr=({status:e,reasons:r,exception:t})=>E(e)||e==="waived"||r.length>0||t!==null,Br=e=>i`<ul class="rules">
    ${e.map(r=>i`<li>
          <span>${jr(r)}</span> <code>${r.id}</code> <span class="quiet">${r.title}</span>
          <span class="quiet">${Kr(r)}</span>
        </li>`)}
  </ul>`;function me(e){let r=o=>e.filter(n=>n.status===o).length,t=Co.filter(o=>r(o)>0);return t.length===0?"no rule answered":t.map(o=>`${r(o)} ${ue[o][1]}`).join(", ")}var ue={fail:["bad","failed"],unknown:["bad","unknown"],waived:["caution","waived"],pass:["good","passed"],not_applicable:["quiet","not applicable"]},Co=Object.keys(ue);function jr(e){let[r,t]=ue[e.status];return i`${g(r,t)}${e.mode==="enforce"?null:i` <span class="mode">${e.mode} only</span>`}`}var Eo=e=>i`<span><code>${e.id}</code><br /><span class="quiet">${e.title}</span></span>`,Kr=({controls:e})=>e.length===0?"none":e.join(", ");function To({reasons:e,exception:r}){let t=r===null?e:[...e,`exception ${r}`];return t.length===0?i`<span class="quiet">no reason recorded</span>`:t.map(o=>i`<span class="reason">${o}</span>`)}var Do=[{head:"Rule",names:!0,cell:Eo},{head:"Answer",cell:jr},{head:"Why",cell:To},{head:"Controls",cell:Kr}];function Fr({changes:e}){return x({id:"changes",title:"Changes",lead:e.length===0?"No decision about a change is among the records shown.":"Every decision in the order in which it was made: first as one list to draw a sample from, then each with what the rules answered, the records it rests on, and how to check it by hand.",body:e.length===0?null:[Or(e),P(e,_o)]})}function _o(e){let r=e.rules.filter(({status:t})=>E(t)).length;return i`<article id="${e.anchor}" class="change">
<header>
<p class="kicker">${Y(e)} <span>${v(e.decidedAt)}</span></p>
<h3>${e.title}</h3>
<p class="commit">Commit ${$(e.commit)}</p>
<p class="given">${e.facts==="given"?g("caution","facts given, not read"):Ao(e)}</p>
${e.outcome==="provisional"?i`<p class="commit">Only reviews were missing. It let the change into the merge queue and satisfies nothing: the queue judged it again.</p>`:null}
${e.error===null?null:i`<p class="error">${e.error}</p>`}
</header>
<details${r>0?" open":""}><summary>Decision: ${me(e.rules)}</summary>
${qr(e.rules)}
<dl class="proof">
${fe("Policy",e.policy)}${fe("Input",e.input)}${fe("To be kept",e.retentionYears===null?null:f(e.retentionYears,"year"))}
</dl></details>
${e.review===null?null:Ar(e.review)}
${e.environment===null?null:Pr(e.environment)}
<details><summary>Evidence: ${f(e.evidence.length,"record")}, and how to check them by hand</summary>
${S("Records of this change",Io,e.evidence)}
<p class="note">The command runs in the folder of the ledger. It prints <code>OK</code> for each record and slot whose bytes are what was sealed.</p>
${Dr(e.evidence.map(({proof:t})=>t))}</details>
</article>
`}function Ao({answers:{total:e,areKept:r}}){let t=g("quiet","facts read live by the run");if(e===0)return t;let o=r?"kept outside of the ledger":"on record by digest";return i`${t} <span class="quiet">from ${f(e,"answer")} ${o}</span>`}var fe=(e,r)=>r===null?null:u(e,r.startsWith("sha256:")?$(r):r),Io=[{head:"Kind",names:!0,cell:e=>i`<code>${e.kind}</code>`},{head:"Outcome",cell:e=>e.outcome??"not stated"},{head:"Time",cell:e=>v(e.at)},{head:"Slot",numeric:!0,cell:e=>e.proof.slot},{head:"Position",numeric:!0,cell:e=>e.proof.position},{head:"Digest",cell:e=>R(e.proof.record)}];var No=/^[\w%+,./:=@-]+$/,ge=e=>No.test(e)?e:`'${e.replaceAll("'",String.raw`'\''`)}'`;var J=e=>e%864e5===0?Lr(e):null,X=e=>e%864e5===0?Lr(e-864e5):null,Lr=e=>new Date(e).toISOString().slice(0,10);function Vr({scope:e,verification:r}){return x({id:"checking",title:"Checking this page",lead:"Whoever can change this file can change what it says. It holds no script and asks no server; the ledger it names is what proves it.",body:i`<ol class="steps">
      <li>
        Verify the ledger again, with a trust file and a receipt that you were given another way:
        <pre><code>proofrail verify --ledger ${ge(e.ledger)} --trust trust.json --receipt receipt.json</code></pre>
      </li>
      <li>
        Make this page again, with the same trust file, receipts and options. The same records give the same bytes:
        <pre><code>${qo(e,r)}</code></pre>
      </li>
      <li>
        <code>[text 7ceeb2f614c0, 10 bytes]</code> stands for a text of outsiders, which the ledger never keeps: the first digits
        of its SHA-256, and its length. Whoever has the text can compare.
      </li>
      <li>Check single records with <code>sha256sum</code> alone: the command stands under <em>Evidence</em> of each change.</li>
    </ol>`})}function qo({ledger:e,stream:r,control:t,asked:o},{trusted:n,receipts:a,again:s}){return["proofrail","report",...[["--ledger",e],...n?[["--trust","trust.json"]]:[],...Array.from({length:a},(d,c)=>["--receipt",a===1?"receipt.json":`receipt-${c+1}.json`]),...s,...r===null?[]:[["--stream",r]],...t===null?[]:[["--control",t]],...o.from===null?[]:[["--from",J(o.from)??Wr(o.from)]],...o.to===null?[]:[["--to",X(o.to)??Wr(o.to)]],["--out","again.html"]].flat().map(ge)].join(" ")}var Wr=e=>new Date(e).toISOString();function Ur(e){return`default-src 'none'; style-src 'sha256-${Bo("sha256").update(e).digest("base64")}'; img-src data:; base-uri 'none'; form-action 'none'`}function zr({coverage:e}){return x({id:"coverage",title:"Coverage by control",lead:e.length===0?"No rule answered for any control in the records shown.":"How often a rule answered for each control. A control that is not listed has no evidence here; a row without a failure supports its control, and no more than that.",body:e.length===0?null:S("Answers of rules, by control",jo,e)})}var jo=[{head:"Control",names:!0,cell:e=>i`<strong>${e.control}</strong>${e.title===null?null:i`<br /><span class="quiet">${e.title}</span>`}`},{head:"Rules",cell:e=>e.rules.map(r=>i`<code class="rule">${r}</code>`)},{head:"Passed",numeric:!0,cell:e=>e.passed},{head:"Failed",numeric:!0,cell:e=>e.failed},{head:"Waived",numeric:!0,cell:e=>e.waived},{head:"Unknown",numeric:!0,cell:e=>e.unknown},{head:"Not applicable",numeric:!0,cell:e=>e.notApplicable}];function Gr({deviations:e,scope:r}){return x({id:"deviations",title:"Deviations",lead:Ko(e,r.recordsShown),body:e.length===0?null:i`<ol class="deviations">
            ${P(e,Wo)}
          </ol>`})}function Ko(e,r){if(e.length>0){let t=e.some(({kind:o})=>o==="denied")?` ${Fo}`:"";return`${f(q(e),"deviation")}, the gravest first.${t}`}return r===0?"No record was found, so no deviation could be found either. This is not a result: it says that nothing was looked at.":"None in the records shown. A period without any deviation deserves a question too: is everything recorded?"}var Fo="A denial means that the control worked; it is listed because somebody should ask why.",Lo={verification:["bad","Verification"],bypass:["bad","Bypass"],error:["bad","Decision failed"],denied:["bad","Denied"],deployment:["bad","Deployment"],"missing-result":["caution","No result"],"exception-expired":["bad","Exception not valid"],"exception-used":["caution","Exception used"],warned:["caution","Warned only"],"unsigned-by-platform":["caution","Unsigned by the platform"],unrecognised:["caution","Not recognised"],"facts-given":["caution","Facts given, not read"]};function Wo(e){let[r,t]=Lo[e.kind];return i`<li class="${r}">
    <p class="kicker">${g(r,t)}${e.at===null?null:i` <span>${v(e.at)}</span>`}</p>
    <h3>${e.anchor===null?e.title:i`<a href="#${e.anchor}">${e.title}</a>`}</h3>
    ${e.details.length===0?null:i`<ul>
            ${e.details.map(o=>i`<li>${o}</li>`)}
          </ul>`}
    ${e.controls.length===0?null:i`<p class="controls">Touches ${e.controls.join(", ")}</p>`}
  </li> `}function Hr({images:e}){return x({id:"images",title:"Images",lead:e.length===0?"No record names an image digest.":"From what runs back to who allowed it. A link is as strong as the one who made it, so each says who did.",body:P(e,Vo)})}function Vo({anchor:e,digest:r,names:t,sboms:o,commits:n,deployments:a}){return i`<article id="${e}" class="image">
    <h3>${t.length===0?i`Image ${R(r)}`:t.join(", ")}</h3>
    <ol class="chain">
      ${Z("Digest",$(r))}
      ${Z("Bill of materials",o.length===0?Q("none archived"):o.map(Uo))}
      ${Z("Commit",n.length===0?Q("no record links this digest to a commit"):n.map(zo))}
      ${Z("Deployments",a.length===0?Q("none recorded"):a.map(Go))}
    </ol>
  </article> `}var Z=(e,r)=>i`<li>
    <span class="link">${e}</span>
    <div>${r}</div>
  </li> `,Q=e=>i`<span class="absent">${e}</span>`,Uo=({format:e,components:r,document:t,at:o,proof:n})=>i`<p>
      ${e}, ${r===null?"components not counted":f(r,"component")}, archived ${v(o)}
    </p>
    <details>
      <summary>Proof</summary>
      <dl class="proof">${u("Document",$(t))}</dl>
      ${j(n)}
    </details>`,zo=({commit:e,saidBy:r,change:t})=>i`<p>
    ${t===null?$(e):i`<a href="#${t}">${$(e)}</a>`}
    <span class="quiet">${r}</span>${t===null?i` ${Q("no decision about this commit is shown")}`:null}
  </p>`,Go=({environment:e,outcome:r,at:t,proof:o})=>i`<p>${e}: ${r}, ${v(t)}</p>
    <details>
      <summary>Proof</summary>
      ${j(o)}
    </details>`;function Yr({landings:e}){return x({id:"landings",title:"Protected branch",lead:e.length===0?'No commit on a protected branch was verified in the records shown. Decisions alone do not say what was merged: "proofrail merges verify" does.':"Every commit that was looked at after it landed: its content is exactly what an allowed change gives there, or it is not.",body:P(e,Yo)})}var Ho={merged:["good","As allowed"],bypass:["bad","Bypass"],excepted:["caution","Bypass, excepted"],unverified:["bad","Not verified"]};function Yo(e){let{anchor:r,commit:t,at:o,state:n,how:a,pullRequest:s,change:l,exception:d,pushedBy:c,facts:m,proof:p}=e;return i`<article id="${r}" class="landing">
    <p class="kicker">${g(...Ho[n])} <span>${v(o)}</span></p>
    <p>${$(t)}</p>
    <p class="commit">${Jo([...Xo(s,l),a])}</p>
    ${d===null?null:i`<p class="commit">exception ${d}</p>`}
    <p class="commit">
      ${c===null?"it is not known who pushed it":i`pushed by ${D(c)}`}${m==="given"?i`; ${g("caution","facts given, not read")}`:null}
    </p>
    <details>
      <summary>Proof</summary>
      ${j(p)}
    </details>
  </article>`}var Jo=e=>e.map((r,t)=>t===0?r:i`: ${r}`);function Xo(e,r){if(e===null)return[];let t=`Pull request ${e}`;return[r===null?t:i`<a href="#${r}">${t}</a>`]}function Jr({asked:e,covered:r,recordsInLedger:t}){let n=r===null?t===0?"no record in it verifies":"no record falls in it":i`records from ${v(r.from)} to ${v(r.to)}`;return i`${Zo(e)}; ${n}`}function Zo({from:e,to:r}){if(e===null&&r===null)return i`The whole ledger`;let t=e===null?i`From the beginning`:i`From ${J(e)??v(e)}`;if(r===null)return i`${t} until the last record`;let o=X(r);return i`${t} until ${o===null?i`before ${v(r)}`:i`the end of ${o} UTC`}`}function Zr({scope:e,verification:r}){let t=rn(r);return e.recordsShown>0?[t]:Qo.has(r.outcome)?[t,Xr(e)]:[Xr(e),t]}var Qo=new Set(["tampered","short","unavailable"]),en={verified:["good","Verified","Every slot and record was read, its signature and digest checked, and its place in the chain."],consistent:["caution","Consistent only","Nothing contradicts itself, but no trust file says whose signatures count: whoever holds any key could have written all of it."],tampered:["bad","Tampered","At least one object is not what its signature or digest says. Read the deviations before anything else."],short:["bad","Not locked as asked","Nothing is altered or missing, but some objects can be removed before the days that are asked for are over. The deviations name them."],unavailable:["caution","Not fully read","Part of the ledger could not be read, so nothing can be said about that part."],"nothing-checked":["caution","Nothing checked","The ledger holds nothing to verify. That is not a good result; it is no result."]};function rn({outcome:e,streams:r}){let[t,o,n]=en[e];return Qr(t,o,i`<p>${n}</p>
      <ul>
        ${r.map(({stream:a,slots:s,records:l,newest:d,states:c})=>i`<li>
              Stream ${a}: ${f(l,"record")} in
              ${f(s,"slot")}${d===null?"":i`, newest ${v(d)}`}${c.length===0?"":`; ${c.join(", ")}`}
            </li>`)}
      </ul>`)}function Xr({recordsInLedger:e}){return Qr("caution","Nothing to show",i`<p>${e===0?"No record of this ledger verifies, and none that does not is shown.":"No record falls into what was asked for."} That is not a good result; it is no result.</p>`)}var Qr=(e,r,t)=>i`<div class="verdict ${e}">
    <p class="word">${g(e,r)}</p>
    <div>${t}</div>
  </div>`;function et(e){let{scope:r,verification:t}=e;return i`<header class="masthead">
    <p class="imprint">Proofrail <span>evidence report</span></p>
    <h1>${ln(e)}</h1>
    <p class="period">${Jr(r)}</p>
    ${Zr(e)} ${cn(e)}
    <dl class="facts">
      ${u("Ledger",$(r.ledger))}
      ${u(r.streams.length===1?"Stream":"Streams",r.streams.length===0?"none":r.streams.join(", "))}
      ${u("Assurance",dn[r.assurance])}
      ${r.notRetained.length===0?null:u("Kept",r.notRetained.map(tn))}
      ${t.locked===null?null:u("Locked",t.locked)}
      ${u("Trust",t.trust)} ${u("Order",t.order)}
      ${u("Receipts",on(t))} ${u("Shown",nn(r))}
      ${r.recordsShown===0?null:u("Facts",an(r.facts))}
      ${r.recordsShown===0?null:u("Platform",sn(r))}
    </dl>
    <p class="disclaimer">
      This page supports ${r.control===null?"work on the controls it names":i`work on control ${r.control}`}. It
      is the evidence of those who ran the pipeline, not an auditor's opinion, and it says nothing about what was never recorded.
    </p>
  </header> `}var tn=e=>i`<p>${g("caution","no archive")} ${e}: these records were written into an artifact of a run</p>`,on=({receipts:e})=>e===0?"none held against the ledger: only a seal would show that the end was cut off":`${f(e,"receipt")} held against the ledger`,nn=({recordsShown:e,recordsInLedger:r})=>r===0?"nothing: no record verifies":`${e===0?"none":e.toLocaleString("en-GB")} of ${f(r,"record")} that verify`,an=({read:e,given:r})=>`${f(e,"record rests","records rest")} on facts read live, ${f(r,"record")} on facts that were handed over`;function sn({vouchedFor:e,recordsShown:r}){if(e===0)return i`<a href="#writers">unsigned by the platform</a>: only the signing key stands behind the records`;let t=r-e;return i`<a href="#writers">vouches for ${f(e,"record")}</a
    >${t===0?"":`; ${f(t,"record")} unsigned by the platform`}`}function ln({scope:{control:e},coverage:r}){if(e===null)return i`Changes, evidence and proof`;let t=r.find(o=>o.control===e)?.title??null;return i`Evidence for ${e}${t===null?null:i`<span class="name">${t}</span>`}`}var dn={local:"local: tamper-evident by signatures; nothing on this medium prevents deletion",locked:"locked: write-once by Object Lock in COMPLIANCE mode",versioned:"versioned: a bucket that keeps every version; no lock in COMPLIANCE mode is known",volatile:"volatile: kept in memory only"};function cn({changes:e,deviations:r,images:t,people:o}){let[n,a,s]=["allow","provisional","deny"].map(c=>e.filter(m=>m.outcome===c).length),l=q(r),d=[[l,l===1?"deviation":"deviations"],[e.length,e.length===1?"decision":"decisions"],[n,"allowed"],[s,"denied"],...a===0?[]:[[a,"provisional"]],[t.length,t.length===1?"image":"images"],[o,o===1?"approver":"approvers"]];return i`<ul class="figures">
    ${d.map(([c,m])=>i`<li><strong>${c.toLocaleString("en-GB")}</strong> ${m}</li>`)}
  </ul>`}var he=`
:root {
  color-scheme: light dark;
  --ground: #fbfaf6; --raised: #ffffff; --sunk: #f1efe8;
  --ink: #1d1c1a; --quiet: #5c5952; --rule: #d9d5ca; --link: #0b4f6c;
  --good: #17613a; --good-ground: #e6f2ea;
  --bad: #9c1c16; --bad-ground: #fbe9e6;
  --caution: #7a4b00; --caution-ground: #fbf0d9;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Charter, Georgia, "Liberation Serif", serif;
  --sans: -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", system-ui, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14161a; --raised: #1b1e24; --sunk: #22262d;
    --ink: #e9e6df; --quiet: #a7a39a; --rule: #363b44; --link: #8cc8e6;
    --good: #7fd0a0; --good-ground: #14291e;
    --bad: #ff9f94; --bad-ground: #331a18;
    --caution: #f0c36b; --caution-ground: #2e2512;
  }
}
* { box-sizing: border-box; }
html { background: var(--ground); color: var(--ink); font: 16px/1.55 var(--sans); text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
body { margin: 0 auto; max-width: 78rem; padding: 0 clamp(1rem, 4vw, 3.5rem); overflow-wrap: break-word; }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; margin: 0; }
p, ul, ol, dl, dd { margin: 0; padding: 0; }
ul, ol { list-style: none; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
code, pre { font-family: var(--mono); font-size: .86em; }
code.whole { overflow-wrap: anywhere; user-select: all; }
time { font-variant-numeric: tabular-nums; white-space: nowrap; }
.quiet, .absent { color: var(--quiet); }
.absent { font-style: italic; }
.skip { position: absolute; left: 1rem; top: -4rem; background: var(--raised); padding: .5rem 1rem; border: 2px solid var(--link); }
.skip:focus { top: 1rem; }

.masthead { padding: clamp(2rem, 6vw, 4.5rem) 0 2.5rem; border-bottom: 1px solid var(--rule); }
.imprint { font: 600 .8rem/1 var(--sans); letter-spacing: .09em; text-transform: uppercase; }
.imprint span { color: var(--quiet); font-weight: 400; }
h1 { font-size: clamp(2.1rem, 6vw, 3.6rem); letter-spacing: -.015em; margin: 1.1rem 0 .7rem; }
h1 .name { display: block; margin-top: .3rem; font-size: .5em; font-weight: 400; letter-spacing: 0; color: var(--quiet); }
.period { font: 1.1rem/1.5 var(--serif); color: var(--quiet); max-width: 46rem; }
.verdict { display: grid; gap: .35rem 1.75rem; margin: 2rem 0; padding: 1.15rem 1.4rem; border-left: 6px solid; border-radius: 0 4px 4px 0; }
.verdict .word { font: 600 1.5rem/1.25 var(--serif); }
.verdict .word .mark { padding: 0; background: none; font: inherit; letter-spacing: 0; }
.verdict + .verdict { margin-top: -1rem; }
.verdict ul { color: var(--ink); font-size: .92rem; margin-top: .35rem; }
.verdict.good { border-color: var(--good); background: var(--good-ground); }
.verdict.bad { border-color: var(--bad); background: var(--bad-ground); }
.verdict.caution { border-color: var(--caution); background: var(--caution-ground); }
.figures { display: flex; flex-wrap: wrap; gap: .8rem 2.75rem; margin: 0 0 2rem; }
.figures li { color: var(--quiet); font-size: .92rem; }
.figures strong { display: block; font: 500 2.1rem/1.1 var(--serif); color: var(--ink); font-variant-numeric: lining-nums tabular-nums; }
.facts { display: grid; gap: .5rem; }
.facts > div, .proof > div { display: grid; grid-template-columns: minmax(5.5rem, 8rem) minmax(0, 1fr); gap: 0 1.25rem; }
dt { color: var(--quiet); }
.disclaimer { margin-top: 1.75rem; max-width: 46rem; font: italic 1.02rem/1.55 var(--serif); color: var(--quiet); }

.columns { display: block; }
nav ul { display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; padding: 1rem 0; border-bottom: 1px solid var(--rule); }
nav a { text-decoration: none; padding: .25rem 0; display: inline-block; }
nav a:hover { text-decoration: underline; }
main { min-width: 0; }
section { padding: 3rem 0 1rem; }
h2 { font-size: clamp(1.6rem, 4vw, 2.1rem); letter-spacing: -.01em; }
h3 { font-size: 1.25rem; overflow-wrap: anywhere; }
h4 { margin: 1.4rem 0 .4rem; font: 600 .86rem/1.4 var(--mono); }
.lead { max-width: 46rem; margin: .55rem 0 1.6rem; color: var(--quiet); }

.mark { display: inline-flex; align-items: baseline; gap: .38em; padding: .1em .6em .12em .5em; border-radius: 3px; font: 600 .82rem/1.5 var(--sans); white-space: nowrap; }
.mark.good { color: var(--good); background: var(--good-ground); }
.mark.bad { color: var(--bad); background: var(--bad-ground); }
.mark.caution { color: var(--caution); background: var(--caution-ground); }
.mark.quiet { color: var(--quiet); background: var(--sunk); }
.shape { font-family: "DejaVu Sans", "Segoe UI Symbol", "Apple Symbols", var(--sans); font-size: .9em; }
.kicker { display: flex; flex-wrap: wrap; align-items: baseline; gap: .3rem .9rem; margin-bottom: .5rem; color: var(--quiet); font-size: .9rem; }

.deviations { counter-reset: deviation; border-top: 1px solid var(--rule); }
.deviations > li { counter-increment: deviation; position: relative; padding: 1.3rem 0 1.3rem 3.4rem; border-bottom: 1px solid var(--rule); }
.deviations > li::before { content: counter(deviation); position: absolute; left: 0; top: 1.1rem; width: 2.4rem; text-align: right; font: 500 1.7rem/1.2 var(--serif); color: var(--quiet); font-variant-numeric: lining-nums tabular-nums; }
.deviations ul { margin-top: .5rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: .3rem; }
.deviations ul li { padding-left: 1.1rem; position: relative; overflow-wrap: anywhere; }
.deviations ul li::before { content: "\u2013"; position: absolute; left: 0; color: var(--quiet); }
.controls { margin-top: .6rem; color: var(--quiet); font-size: .9rem; }

.change, .image, .landing { margin: 0 0 1.75rem; padding: 1.35rem clamp(1rem, 3vw, 1.75rem); background: var(--raised); border: 1px solid var(--rule); border-radius: 5px; }
.change:target, .image:target, .landing:target { border-color: var(--link); box-shadow: 0 0 0 2px var(--link); }
.commit { margin-top: .35rem; color: var(--quiet); font-size: .92rem; }
table + .change { margin-top: 1.75rem; }
.given, .error { margin-top: .6rem; }
.error { color: var(--bad); }
details { margin-top: .9rem; border-top: 1px solid var(--rule); padding-top: .75rem; }
summary { cursor: pointer; font-weight: 600; padding: .15rem 0; }
summary::marker { color: var(--quiet); }
details > details + .proof { margin-top: .9rem; border-top: 1px solid var(--rule); padding-top: .75rem; }
details > .facts { gap: .35rem; margin-top: .6rem; font-size: .92rem; }
.note { margin: .6rem 0; color: var(--quiet); font-size: .92rem; }

table { width: 100%; border-collapse: collapse; margin: .9rem 0 .4rem; font-size: .94rem; }
caption { text-align: left; color: var(--quiet); font-size: .88rem; padding-bottom: .45rem; }
thead th { text-align: left; font: 600 .78rem/1.3 var(--sans); letter-spacing: .035em; text-transform: uppercase; color: var(--quiet); border-bottom: 1.5px solid var(--ink); padding: 0 1.1rem .45rem 0; vertical-align: bottom; }
tbody th, td { text-align: left; font-weight: 400; vertical-align: top; padding: .6rem 1.1rem .6rem 0; border-bottom: 1px solid var(--rule); }
tbody tr:last-child > * { border-bottom: 0; }
th:last-child, td:last-child { padding-right: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.value { display: inline-block; min-width: 0; max-width: 100%; }
.reason { display: block; }
.reason + .reason { margin-top: .3rem; }
.rule { display: block; }
.mode { color: var(--quiet); font-size: .85rem; white-space: nowrap; }

.rules { display: grid; margin: .9rem 0 .4rem; font-size: .94rem; }
.rules li { display: grid; grid-template-columns: 8.5rem 14rem minmax(0, 1fr) minmax(0, 9rem); gap: 0 1.1rem; align-items: baseline; padding: .35rem 0; border-bottom: 1px solid var(--rule); }
.rules li:last-child { border-bottom: 0; }

.proof { display: grid; gap: .35rem; font-size: .92rem; margin-top: .5rem; }
pre { margin: .35rem 0; padding: .75rem .9rem; background: var(--sunk); border-radius: 3px; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; }
.proof code { font-size: .8rem; }
.chain { margin-top: 1rem; }
.chain > li { display: grid; grid-template-columns: minmax(6rem, 9rem) minmax(0, 1fr); gap: .2rem 1.25rem; padding: .2rem 0 1.1rem 1.4rem; border-left: 2px solid var(--rule); position: relative; }
.chain > li::before { content: ""; position: absolute; left: -6px; top: .55rem; width: 10px; height: 10px; border-radius: 50%; background: var(--raised); border: 2px solid var(--quiet); }
.chain > li:last-child { border-left-color: transparent; padding-bottom: 0; }
.chain details { border-top: 0; padding-top: 0; margin-top: .2rem; }
.link { color: var(--quiet); }
.steps { counter-reset: step; display: grid; gap: 1.1rem; max-width: 58rem; }
.steps li { counter-increment: step; position: relative; padding-left: 2.1rem; }
.steps li::before { content: counter(step) "."; position: absolute; left: 0; font-family: var(--serif); color: var(--quiet); }
footer { margin-top: 3rem; padding: 1.5rem 0 3rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: .9rem; }

@media (min-width: 48rem) {
  .verdict { grid-template-columns: auto minmax(0, 1fr); align-items: baseline; }
}
@media (min-width: 68rem) {
  .columns { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: 3.5rem; }
  nav ul { position: sticky; top: 0; flex-direction: column; border: 0; padding: 3.5rem 0 0; }
}
@media (max-width: 42rem) {
  table, tbody, caption { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { display: block; padding: .8rem 0; border-bottom: 1px solid var(--rule); }
  tbody tr:last-child { border-bottom: 0; }
  tbody th, tbody td { display: grid; grid-template-columns: 4.9rem minmax(0, 1fr); gap: .75rem; padding: .18rem 0; border: 0; text-align: left; }
  tbody th::before, tbody td::before { content: attr(data-label); color: var(--quiet); font-size: .86rem; padding-top: .1rem; }
  tbody .number { text-align: left; }
  code { overflow-wrap: anywhere; }
  .rules li { grid-template-columns: minmax(0, 1fr); gap: .15rem 0; }
  .proof > div, .chain > li { grid-template-columns: minmax(0, 1fr); }
  .facts > div { grid-template-columns: 5.75rem minmax(0, 1fr); gap: 0 .75rem; }
  .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(5.6rem, 1fr)); gap: .9rem .75rem; }
  .verdict { margin: 1.5rem 0; padding: 1rem 1.1rem; }
  .deviations > li { padding-left: 2.3rem; }
  .deviations > li::before { width: 1.5rem; text-align: left; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root { --ground: #fff; --raised: #fff; --sunk: #f4f4f4; --ink: #000; --quiet: #444; --rule: #bbb; --link: #000;
    --good: #17613a; --good-ground: #fff; --bad: #9c1c16; --bad-ground: #fff; --caution: #7a4b00; --caution-ground: #fff; color-scheme: light; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  .columns { display: block; }
  .mark { padding: 0; }
  h2, h3, summary, caption { break-after: avoid; }
  tr, .rules li, .deviations > li, .proof > div { break-inside: avoid; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  a { text-decoration: none; }
}
`;function rt({writers:e}){return x({id:"writers",title:"Who wrote the records",lead:e.length===0?"There is no record, so nobody wrote one.":"The platform signs for each record which repository, workflow and run wrote it with which key. Where it does not, only the key stands behind the record.",body:e.length===0?null:S("Records by the workflow that wrote them",mn,e)})}var pn=4,mn=[{head:"Platform says",names:!0,cell:un},{head:"Runner",cell:({platform:e})=>"runner"in e?fn(e.runner):"not known"},{head:"Signed with",cell:({signature:e})=>gn[e]},{head:"Runs",cell:({runs:e})=>hn(e)},{head:"Records",numeric:!0,cell:({records:e})=>e}];function un({platform:e}){switch(e.kind){case"verified":return i`${g("good","vouched for")} repository ${e.repository}, on ${e.event}<br />${$(e.workflow)}<br /><span
          class="quiet"
          >workflow at ${R(e.workflowCommit)}</span
        >`;case"countersigned":return i`${g("good","erased, countersigned")} repository ${e.repository}, on ${e.event}<br /><span
          class="quiet"
          >workflow at ${R(e.workflowCommit)}</span
        >`;case"unverified":return pe(e.why);case"none":return g("caution",ce)}}var fn=e=>e==="self-hosted"?g("caution","self-hosted"):e,gn={lasting:"a key of the trust file",run:"a key that lived for one run",unchecked:"not checked: no trust file"},hn=e=>e.length===0?i`<span class="absent">none named</span>`:e.length<=pn?e.map(r=>i`<span class="rule">${r}</span>`):i`${e[0]??""} to ${e.at(-1)??""}, ${f(e.length,"run")}`;var yn=new O(`<style>${he}</style>`),vn=[["deviations","Deviations"],["changes","Changes"],["landings","Protected branch"],["images","Images"],["approvals","Approvals"],["coverage","Coverage"],["writers","Writers"],["checking","Checking"]];function tt(e){let{control:r}=e.scope;return i`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${Ur(he)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href="data:," />
        <title>${r===null?"Proofrail evidence report":`${r}: Proofrail evidence report`}</title>
        ${yn}
      </head>
      <body>
        <a class="skip" href="#deviations">Skip to deviations</a>
        ${et(e)}
        <div class="columns">
          <nav aria-label="Contents">
            <ul>
              ${vn.map(([t,o])=>i`<li><a href="#${t}">${o}</a></li>`)}
            </ul>
          </nav>
          <main>
            ${Gr(e)}${Fr(e)}${Yr(e)}${Hr(e)}${Mr(e)}${zr(e)}${rt(e)}${Vr(e)}
          </main>
        </div>
        <footer><p>Made by Proofrail from signed records. It supports an audit; it does not replace one.</p></footer>
      </body>
    </html> `.pieces()}var ee=class{#e=new Uint32Array(4096);#r=0;add(r,t){if(this.#r+2>this.#e.length){let o=new Uint32Array(this.#e.length*2);o.set(this.#e),this.#e=o}this.#e[this.#r]=ot(r),this.#e[this.#r+1]=t,this.#r+=2}numbersOf(r){let t=new Set([...r].map(ot)),o=new Set;for(let n=0;n<this.#r;n+=2)t.has(this.#e[n]??0)&&o.add(this.#e[n+1]??0);return o}};function ot(e){let r=2166136261;for(let t=0;t<e.length;t++)r=Math.imul(r^e.charCodeAt(t),16777619);return r>>>0}var re=class{#e;#r;#t=new Map;#i=new ee;#o=0;#n=0;constructor({from:r=-1/0,to:t=1/0}){this.#e=r,this.#r=t}isOfPeriod(r){let t=h(r);return t>=this.#e&&t<this.#r}keep(r,t){this.#t.set(t,r)}leave(r,t){this.#o+=1,this.#n=Math.max(this.#n,h(r));for(let o of bn(r))this.#i.add(o,t)}async finish(r){let t=[...this.#t.values()],o=await this.#a([...t.flatMap(wn),...t.map(nt)],r);return await this.#a(o.map(nt),r),{records:[...this.#t].sort(([a],[s])=>a-s).map(([,a])=>a),rest:{records:this.#o,newest:this.#n}}}async#a(r,t){let o=[];for(let n of this.#i.numbersOf(r)){if(this.#t.has(n))continue;let a=await t(n);a!==null&&(this.#t.set(n,a),this.#o-=1,o.push(a))}return o}};function bn(e){let{record:r}=e;if(r.kind==="unrecognised")return z(e);let t=r.kind==="policy.decision"?B({record:r}).map(it):[];return new Set([...z(e),...G(r),...t])}function wn(e){if(y("policy.decision")(e))return ne(e);if(!y("run.intent")(e))return[];let{run:r,attempt:t}=e.record.details;return[ie(r,t)]}var it=e=>`claims ${e}`,nt=({placed:e})=>it(e.digest);function at({stream:e,reading:r},{streams:t,findings:o},n){let a=o.every(d=>d.stream!==e||V(d)==="allow"),s=n?.record_keys.some(d=>d.compromised_from!==void 0)??!1,l=t.find(d=>d.stream===e)?.head??null;return l===null||!a||s?0:r.slotDigest(l.slot)===l.digest?l.slot:0}async function st(e,r,t,o){let n=new re(o),a=[],s=0;for(let{stream:l}of r.streams){let d=!0,c=p=>{d=!1,kn(p,r)},m=await Te.open(e,l,{...t,onFinding:c});await $n({first:s,reading:m},n,d?at({reading:m,stream:l},r,t.trust):0),a.push({first:s,reading:m}),s+=m.size}return n.finish(l=>Rn(a,l))}function kn(e,{findings:r}){if(!(V(e)!=="unavailable"||r.some(({key:t})=>t===e.key)))throw new we("ledger/finding",{expected:"what could be read when it was verified a moment ago",found:`${e.code}: ${e.detail}`,at:e.key,doThis:"Run it again: no page was written, as it would lack this."})}async function $n({first:e,reading:r},t,o){let n=new WeakMap,a=r.records((s,{slot:l},d)=>{let c=dt(s);return n.set(s.statement,{record:c,number:e+d}),l>o||t.isOfPeriod({placed:s,record:c})?!0:(t.leave({placed:s,record:c},e+d),!1)});for await(let s of a){let{record:l,number:d}=n.get(s.statement)??ct();t.isOfPeriod({placed:s,record:l})?t.keep(lt(r,s,l),d):t.leave({placed:s,record:l},d)}}async function Rn(e,r){let{first:t,reading:o}=e.findLast(a=>a.first<=r)??ct(),n=await o.recordAt(r-t);return n===null?null:lt(o,n,dt(n))}var lt=(e,r,t)=>Ze(r,t,e.slotDigest(r.slot));function dt({statement:e,name:r}){try{return $e(e,r)}catch(t){if(!(t instanceof ve))throw t;return{kind:"unrecognised",predicateType:e.predicateType,subject:e.subject}}}function ct(){throw new RangeError("a record that was not read before")}async function Ad(e,r){let t=await De(e,r),o=Pn(t),{store:n,retention:a,given:s}=await Fe(t,r),l=await Be(n,s);if(await We(n,t.stream,l),l.outcome==="invalid")throw Cn(t);let{trust:d,attachments:c}=s,m=d===void 0?{}:{trust:d,...c===void 0?{}:{attachments:c}},p=await st(n,l,m,o),k={locked:a===null?null:[je(a),...Ke(l.waiting)].join("; "),again:Mn(t)},w=xr(p,l,Pe().manifest,o,k),C=xn("sha256");Ae(t.out,Sn(C,tt(w)));let N=C.digest("hex");return{outcome:On(l.outcome,w),json:{report:t.out,digest:`sha256:${N}`,selection:En(o),shown:pt(w),verification:Ye(l,a)},text:K=>[He(l,a,K),"",Tn(w),"",_e(t.out)].join(`
`)}}function*Sn(e,r){for(let t of r)e.update(t),yield t}var Mn=({attachments:e,days:r,config:t})=>[...e===void 0?[]:[["--attachments",e]],...r===void 0?[]:[["--days",String(r)]],...t===void 0?[]:[["--config",".proofrail"]]];function Pn({control:e,stream:r,from:t,to:o}){if(e!==void 0&&W(e)===null)throw ye("report/unknown-control","a control such as A.8.32 or CC8.1",e,"--control",'"proofrail controls" prints those that have a rule');if(t!==void 0&&o!==void 0&&t>=o)throw ye("report/period","a period that begins before it ends",`${te(t)} to ${te(o)}`,"--from and --to","swap the two");return{...e===void 0?{}:{control:e},...r===void 0?{}:{stream:r},...t===void 0?{}:{from:t},...o===void 0?{}:{to:o}}}var On=(e,{scope:r})=>r.recordsShown===0?Se(["invalid",e]):e;function Cn({ledger:e}){return ye("report/nothing","a ledger that holds something","nothing",e,"check the URI; a page about nothing would look like a good one")}function ye(e,r,t,o,n){return new be(e,{expected:r,found:t,at:o,doThis:n})}var te=e=>new Date(e).toISOString(),En=({control:e,from:r,to:t})=>({control:e??null,from:r===void 0?null:te(r),to:t===void 0?null:te(t)}),pt=({scope:e,deviations:r,changes:t,images:o})=>({records:e.recordsShown,deviations:q(r),changes:t.length,images:o.length});function Tn(e){let{records:r,deviations:t,changes:o,images:n}=pt(e);return r===0?`${e.scope.recordsInLedger===0?"no record verifies":"no record falls into what was asked for"}: the page says so, and this is not a good result`:`${_(t,"deviation")}, ${_(o,"decision")}, ${_(n,"image")} from ${_(r,"record")}`}export{Ad as writeReport};
